import { Popover as Radix } from 'radix-ui';
import { useRef, type ReactElement, type ReactNode, type RefObject } from 'react';
import { classNames } from './classNames';
import styles from './PopoverPanel.module.css';

interface PopoverPanelProps {
  /** The button that opens it: one element that takes a ref and any further props. */
  readonly trigger: ReactElement;
  /** The accessible name of the panel, role dialog. */
  readonly label: string;
  /** A second button that opens and closes it: not "beside it", and the focus goes back there if it came from there. */
  readonly otherTrigger?: RefObject<HTMLElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly align?: 'start' | 'center' | 'end';
  /** Sets the width, and paddings where the content brings none. */
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A panel under its button; what is behind it stays usable. Escape and a click beside it close it. */
export const PopoverPanel = ({
  trigger,
  label,
  otherTrigger,
  isOpen,
  onOpenChange,
  align = 'center',
  className,
  children,
}: PopoverPanelProps) => {
  const cameFromOther = useRef(false);
  const wasLeft = useRef(false);
  const isInOther = (target: EventTarget | null) =>
    target instanceof Node && otherTrigger?.current?.contains(target) === true;
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={classNames(styles['panel'], className)}
          onOpenAutoFocus={() => {
            cameFromOther.current = isInOther(document.activeElement);
            wasLeft.current = false;
          }}
          onInteractOutside={(event) => {
            if (isInOther(event.target)) event.preventDefault();
            else wasLeft.current = true;
          }}
          onCloseAutoFocus={(event) => {
            if (!cameFromOther.current || wasLeft.current) return;
            event.preventDefault();
            otherTrigger?.current?.focus();
          }}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
};
