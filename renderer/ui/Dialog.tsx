import { Dialog as Radix } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames } from './classNames';
import { IconButton } from './IconButton';
import { useReturnFocus } from './useReturnFocus';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons in reading order, the affirmative one last. */
  readonly actions?: ReactNode;
  /** Where the focus goes on opening; else the first control. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** Where the focus goes on closing, for a dialog opened from a menu that is gone by then; else where it came from. */
  readonly returnFocus?: RefObject<HTMLElement | null>;
  /** False: the agent has to choose; no cross, no Escape, no click beside it. */
  readonly isDismissible?: boolean;
  readonly size?: 'small' | 'medium';
}

/**
 * A modal dialog, named by its title. The backdrop is our own element: the library's would lock scrolling through an
 * inline style, which our content policy forbids and a page that never scrolls does not need.
 */
export const Dialog = ({
  isOpen,
  onOpenChange,
  title,
  description,
  children,
  actions,
  initialFocus,
  returnFocus,
  isDismissible = true,
  size = 'small',
}: DialogProps) => {
  const { t } = useTranslation('common');
  const focusHandlers = useReturnFocus(initialFocus, returnFocus);
  const holdUnlessDismissible = (event: Event) => {
    if (!isDismissible) event.preventDefault();
  };
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <div className={styles['backdrop']} />
        <Radix.Content
          className={classNames(styles['dialog'], styles[size])}
          {...focusHandlers}
          onEscapeKeyDown={holdUnlessDismissible}
          onInteractOutside={holdUnlessDismissible}
          {...(description === undefined && { 'aria-describedby': undefined })}
        >
          <div className={styles['header']}>
            <Radix.Title className={styles['title']}>{title}</Radix.Title>
            {isDismissible && (
              <Radix.Close asChild>
                <IconButton label={t('close')} icon={X} size="small" />
              </Radix.Close>
            )}
          </div>
          {description !== undefined && (
            <Radix.Description asChild>
              <div className={styles['description']}>{description}</div>
            </Radix.Description>
          )}
          {children !== undefined && <div className={styles['body']}>{children}</div>}
          {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
};
