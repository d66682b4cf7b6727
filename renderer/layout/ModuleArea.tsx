import { Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Agent } from '../../shared/platform/agent';
import { AttendanceModule } from '../features/attendances/AttendanceModule';
import { EmptyState } from '../ui/EmptyState';
import { ModuleSkeleton } from './ModuleSkeleton';
import type { BuiltModule } from './modules';
import { NotEnabled } from './NotEnabled';

interface ModuleAreaProps {
  /** Null until the platform has confirmed who is logged in. */
  readonly agent: Agent | null;
  readonly activeModule: BuiltModule | null;
}

/** The module in use, or why there is none. */
export const ModuleArea = ({ agent, activeModule }: ModuleAreaProps) => {
  const { t } = useTranslation('shell');
  if (agent === null) return <ModuleSkeleton />;
  if (activeModule === null) {
    return (
      <>
        <h1 className="visuallyHidden">{t('product')}</h1>
        <EmptyState icon={Lock} title={t('noModule.title')}>
          {t('noModule.text')}
        </EmptyState>
      </>
    );
  }
  if (!agent.omnichannel.enabled) return <NotEnabled missing={agent.omnichannel.missing} />;
  return <AttendanceModule />;
};
