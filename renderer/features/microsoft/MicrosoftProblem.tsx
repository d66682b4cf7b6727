import { useState } from 'react';
import { Check, Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/state/problem';
import { shellDesktop } from '../../desktop/shellDesktop';
import { Button } from '../../ui/Button';
import { DangerNotice } from '../../ui/DangerNotice';
import { Icon } from '../../ui/Icon';
import styles from './MicrosoftProblem.module.css';

export interface MicrosoftProblemProps {
  readonly problem: Extract<Problem, { kind: 'microsoft-sign-in' }>;
  /** Null where a policy decides where Microsoft is signed in with. */
  readonly onUseBrowser: (() => void) | null;
}

/** As many characters as main copies at once. */
const copyLimit = 500;

/**
 * Why signing in with Microsoft came to nothing, with what Microsoft called it, to be copied for whoever helps; and the
 * browser, where that is what it takes.
 */
export const MicrosoftProblem = ({ problem, onUseBrowser }: MicrosoftProblemProps) => {
  const { t } = useTranslation('microsoft');
  const [isCopied, setIsCopied] = useState(false);
  const actions = (
    <div className={styles['help']}>
      {problem.detail !== '' && <p className={styles['detail']}>{problem.detail}</p>}
      <div className={styles['actions']}>
        {problem.failure === 'browser-needed' && onUseBrowser !== null && (
          <Button size="small" onClick={onUseBrowser}>
            {t('help.openBrowser')}
          </Button>
        )}
        {problem.detail !== '' && (
          <Button
            size="small"
            icon={<Icon of={isCopied ? Check : Copy} />}
            onClick={() => {
              shellDesktop
                .copyText({ text: problem.detail.slice(0, copyLimit) })
                .then(() => setIsCopied(true), reportError);
            }}
          >
            {t('help.copyDetails')}
          </Button>
        )}
      </div>
      <span role="status" className="visuallyHidden">
        {isCopied && t('help.copied')}
      </span>
    </div>
  );
  return (
    <DangerNotice
      title={t(`failure.${problem.failure}.title`)}
      nextStep={t(`failure.${problem.failure}.nextStep`)}
      action={actions}
    />
  );
};
