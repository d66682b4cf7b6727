import { useLayoutEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { Pause, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Queue } from '../../../shared/platform/queues';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Menu, MenuHeading, MenuItem } from '../../ui/Menu';
import { useLimitText } from './useLimitText';
import styles from './QueueRow.module.css';

interface PauseControlProps {
  readonly queue: Queue;
  readonly isBusy: boolean;
  readonly isDisabled: boolean;
  readonly onPause: (reasonId: string) => void;
  readonly onResume: () => void;
}

/** "Pausar" with its reasons, or "Retomar". */
export const PauseControl = ({ queue, isBusy, isDisabled, onPause, onResume }: PauseControlProps) => {
  const { t } = useTranslation('queues');
  const limitText = useLimitText();
  const place = useRef<HTMLSpanElement>(null);
  const hasFocus = useRef(false);
  const isPaused = queue.state.kind === 'paused';

  // One button takes the other's place: who had the focus on the one goes on from the other.
  useLayoutEffect(() => {
    if (hasFocus.current) place.current?.querySelector('button')?.focus();
  }, [isPaused]);

  const isBlocked = isBusy || isDisabled;
  // The menu opens on these, before any click; a disabled button would lose the focus.
  const holdPointer = (event: PointerEvent) => {
    if (isBlocked) event.preventDefault();
  };
  const holdKeys = (event: KeyboardEvent) => {
    if (isBlocked && ['Enter', ' ', 'ArrowDown'].includes(event.key)) event.preventDefault();
  };
  const shared = { size: 'small', isBusy, 'aria-disabled': isDisabled || undefined } as const;
  return (
    <span
      ref={place}
      onFocus={() => {
        hasFocus.current = true;
      }}
      onBlur={() => {
        hasFocus.current = false;
      }}
    >
      {isPaused ? (
        <Button {...shared} icon={<Icon of={Play} />} onClick={isDisabled ? undefined : onResume}>
          {t('resume')}
        </Button>
      ) : (
        <Menu
          trigger={
            <Button
              {...shared}
              variant="ghost"
              icon={<Icon of={Pause} />}
              onPointerDown={holdPointer}
              onKeyDown={holdKeys}
            >
              {t('pause')}
            </Button>
          }
        >
          <MenuHeading>{t('pauseReason')}</MenuHeading>
          {queue.pauseReasons.map((reason) => (
            <MenuItem key={reason.id} onSelect={() => onPause(reason.id)}>
              {reason.name}
              <span className={styles['reasonLimit']}>
                {reason.limitSeconds === null ? t('noLimit') : t('upTo', { limit: limitText(reason.limitSeconds) })}
              </span>
            </MenuItem>
          ))}
        </Menu>
      )}
    </span>
  );
};
