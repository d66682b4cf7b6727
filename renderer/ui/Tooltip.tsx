import { Tooltip as Radix } from 'radix-ui';
import { useState, type ReactElement } from 'react';
import styles from './Tooltip.module.css';

interface TooltipProps {
  readonly text: string;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  /** Shown only while true, for instance only while the side menu is collapsed. */
  readonly isEnabled?: boolean;
  /** One element that takes a ref and any further props. */
  readonly children: ReactElement;
}

/** A hint by pointer and by keyboard focus. It repeats or explains the control's name, never carries it alone. */
export const Tooltip = ({ text, side = 'bottom', isEnabled = true, children }: TooltipProps) => {
  const [isOpen, setIsOpen] = useState(false);
  // The same elements around the control whether it is enabled or not: else the control would be a new one, without the
  // focus that the old one had.
  return (
    <Radix.Provider delayDuration={500}>
      <Radix.Root open={isEnabled && isOpen} onOpenChange={setIsOpen}>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content side={side} sideOffset={6} collisionPadding={8} className={styles['tooltip']}>
            {text}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
};
