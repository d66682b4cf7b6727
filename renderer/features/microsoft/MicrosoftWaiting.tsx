import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MicrosoftPlace } from '../../../shared/state/microsoft';
import { Button } from '../../ui/Button';
import { Spinner } from '../../ui/Spinner';
import styles from './MicrosoftWaiting.module.css';

export interface MicrosoftWaitingProps {
  readonly place: MicrosoftPlace;
  readonly onCancel: () => void;
  /** Null where a policy decides where Microsoft is signed in with. */
  readonly onUseBrowser: (() => void) | null;
}

/** While the agent is busy on Microsoft's pages: where those are, and two ways on. */
export const MicrosoftWaiting = ({ place, onCancel, onUseBrowser }: MicrosoftWaitingProps) => {
  const { t } = useTranslation('microsoft');
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that began it is gone; neither of these is to be pressed by the same Enter.
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <div className={styles['waiting']}>
      <Spinner />
      <h2 ref={heading} tabIndex={-1} className={styles['title']}>
        {t(`waiting.${place}`)}
      </h2>
      <p className={styles['text']}>{t('waiting.text')}</p>
      <div className={styles['actions']}>
        <Button onClick={onCancel}>{t('waiting.cancel')}</Button>
        {place === 'popup' && onUseBrowser !== null && (
          <Button onClick={onUseBrowser}>{t('waiting.useBrowser')}</Button>
        )}
      </div>
    </div>
  );
};
