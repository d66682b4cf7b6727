import { AlertDialog as Radix } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';
import { TriangleAlert } from 'lucide-react';
import { classNames } from './classNames';
import { useReturnFocus } from './useReturnFocus';
import { Icon } from './Icon';
import styles from './Dialog.module.css';

interface AlertDialogProps {
  readonly isOpen: boolean;
  /** Escape: the same as the button that does nothing further. */
  readonly onDismiss: () => void;
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  readonly actions: ReactNode;
  readonly initialFocus: RefObject<HTMLElement | null>;
}

/** A message that must be answered: role alertdialog, not closed by a click beside it. */
export const AlertDialog = ({
  isOpen,
  onDismiss,
  title,
  description,
  children,
  actions,
  initialFocus,
}: AlertDialogProps) => {
  const focusHandlers = useReturnFocus(initialFocus, undefined);
  return (
    <Radix.Root
      open={isOpen}
      onOpenChange={(willBeOpen) => {
        if (!willBeOpen) onDismiss();
      }}
    >
      <Radix.Portal>
        <div className={styles['backdrop']} />
        <Radix.Content
          aria-modal
          className={classNames(styles['dialog'], styles['medium'])}
          {...focusHandlers}
          {...(description === undefined && { 'aria-describedby': undefined })}
        >
          <div className={styles['alertHeader']}>
            <Icon of={TriangleAlert} size={20} className={styles['alertIcon']} />
            <Radix.Title className={styles['alertTitle']}>{title}</Radix.Title>
          </div>
          {description !== undefined && (
            <Radix.Description asChild>
              <div className={styles['description']}>{description}</div>
            </Radix.Description>
          )}
          {children !== undefined && <div className={styles['body']}>{children}</div>}
          <div className={styles['actions']}>{actions}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
};
