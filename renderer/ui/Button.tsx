import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { classNames } from './classNames';
import { Spinner } from './Spinner';
import styles from './Button.module.css';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'aria-disabled'> {
  readonly variant?: 'primary' | 'secondary' | 'ghost' | 'danger';
  readonly size?: 'default' | 'small';
  /** For now it can't be used. Unlike `disabled`, it keeps the focus it has. */
  readonly 'aria-disabled'?: boolean | undefined;
  /** Under way: keeps its width and its focus, and takes no further click. */
  readonly isBusy?: boolean;
  readonly isFullWidth?: boolean;
  readonly icon?: ReactNode;
}

/** A button with words on it. */
export const Button = ({
  variant = 'secondary',
  size = 'default',
  isBusy = false,
  isFullWidth = false,
  icon,
  type = 'button',
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) => {
  const handleClick = (event: MouseEvent<HTMLButtonElement>) => {
    if (isBusy || rest['aria-disabled'] === true) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || rest['aria-disabled'] === true || undefined}
      onClick={handleClick}
      className={classNames(
        styles['button'],
        styles[variant],
        size === 'small' && styles['small'],
        isFullWidth && styles['fullWidth'],
        isBusy && styles['busy'],
        className,
      )}
    >
      <span className={styles['content']}>
        {icon}
        {children}
      </span>
      {isBusy && (
        <span className={styles['spinner']}>
          <Spinner />
        </span>
      )}
    </button>
  );
};
