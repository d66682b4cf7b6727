import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import styles from './MicrosoftButton.module.css';

interface MicrosoftButtonProps {
  /** Where it stands in for the button that logs in. */
  readonly isPrimary?: boolean;
  readonly isFullWidth?: boolean;
  readonly isBusy: boolean;
  /** The agent is busy with Microsoft; afterwards the focus comes back here. */
  readonly isWaiting: boolean;
  readonly onClick: () => void;
}

/** Signs in with Microsoft. */
export const MicrosoftButton = ({
  isPrimary = false,
  isFullWidth = false,
  isBusy,
  isWaiting,
  onClick,
}: MicrosoftButtonProps) => {
  const { t } = useTranslation('login');
  const button = useRef<HTMLButtonElement>(null);
  const wasWaiting = useRef(false);
  useEffect(() => {
    if (wasWaiting.current && !isWaiting) button.current?.focus();
    wasWaiting.current = isWaiting;
  }, [isWaiting]);
  return (
    <Button
      ref={button}
      variant={isPrimary ? 'primary' : 'secondary'}
      isFullWidth={isFullWidth}
      isBusy={isBusy}
      aria-disabled={isWaiting}
      icon={<FourSquares />}
      onClick={onClick}
    >
      {t('microsoft')}
    </Button>
  );
};

/** The mark's shape in the colour of the words: its own colours belong on Microsoft's pages. */
const FourSquares = () => (
  <svg className={styles['mark']} width="14" height="14" viewBox="0 0 14 14" aria-hidden focusable={false}>
    <path d="M0 0h6.5v6.5H0zM7.5 0H14v6.5H7.5zM0 7.5h6.5V14H0zM7.5 7.5H14V14H7.5z" />
  </svg>
);
