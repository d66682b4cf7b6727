import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../desktop/appStore';
import { QueueCommandsProvider } from '../features/queues/QueueCommands';
import { classNames } from '../ui/classNames';
import { ConnectionBanner } from './ConnectionBanner';
import { ModuleArea } from './ModuleArea';
import { permittedModules, type BuiltModule } from './modules';
import { sessionAgent } from './sessionAgent';
import { SideMenu } from './SideMenu';
import { TopBar } from './TopBar';
import styles from './Shell.module.css';

interface ShellProps {
  /** A password was set beside the agent's work, and the agent has not read it yet. */
  readonly isPasswordSaved: boolean;
  readonly onSavedPasswordRead: () => void;
}

/** What a logged-in agent works in: side menu, top bar, one banner, and the module in use. */
export const Shell = ({ isPasswordSaved, onSavedPasswordRead }: ShellProps) => {
  const { t } = useTranslation('shell');
  const agent = useAppStore((state) => sessionAgent(state.session));
  const isCollapsed = useAppStore((state) => state.settings?.isSideMenuCollapsed === true);
  const content = useRef<HTMLElement>(null);
  const [chosenModule, setChosenModule] = useState<BuiltModule | null>(null);
  const modules = agent === null ? null : permittedModules(agent);
  const activeModule = modules?.find((module) => module === chosenModule) ?? modules?.[0] ?? null;
  return (
    <QueueCommandsProvider>
      <div className={classNames(styles['shell'], isCollapsed && styles['collapsed'])}>
        <button type="button" className={styles['skip']} onClick={() => content.current?.focus()}>
          {t('skipToContent')}
        </button>
        <SideMenu modules={modules} activeModule={activeModule} isCollapsed={isCollapsed} onChoose={setChosenModule} />
        <TopBar />
        <ConnectionBanner isPasswordSaved={isPasswordSaved} onSavedPasswordRead={onSavedPasswordRead} />
        <main ref={content} tabIndex={-1} className={styles['content']}>
          <ModuleArea agent={agent} activeModule={activeModule} />
        </main>
      </div>
    </QueueCommandsProvider>
  );
};
