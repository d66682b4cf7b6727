import type { ComponentProps } from 'react';
import type { LucideIcon } from 'lucide-react';
import { classNames } from './classNames';
import { Icon } from './Icon';
import { Spinner } from './Spinner';
import { Tooltip } from './Tooltip';
import styles from './IconButton.module.css';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  /** The accessible name, shown as the tooltip, too. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly size?: 'default' | 'small';
  readonly tooltipSide?: 'top' | 'right' | 'bottom' | 'left';
  readonly isBusy?: boolean;
}

/** A square button with an icon alone. */
export const IconButton = ({
  label,
  icon,
  size = 'default',
  tooltipSide = 'bottom',
  isBusy = false,
  type = 'button',
  className,
  onClick,
  ...rest
}: IconButtonProps) => (
  <Tooltip text={label} side={tooltipSide}>
    <button
      {...rest}
      type={type}
      aria-label={label}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || rest['aria-disabled']}
      onClick={isBusy ? undefined : onClick}
      className={classNames(styles['button'], size === 'small' && styles['small'], className)}
    >
      {isBusy ? <Spinner /> : <Icon of={icon} />}
    </button>
  </Tooltip>
);
