import { useId, type ComponentProps, type ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import { classNames } from './classNames';
import { Icon } from './Icon';
import styles from './Field.module.css';

export interface TextFieldProps extends ComponentProps<'input'> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  /** What is wrong with the value; takes the place of the hint. */
  readonly error?: string | undefined;
  readonly hint?: ReactNode;
  /** Sits inside the field's end, for instance the button that shows a password. */
  readonly trailing?: ReactNode;
}

/** One line of text. The line below it is always there, so that an error moves nothing. */
export const TextField = ({
  label,
  isLabelHidden = false,
  error,
  hint,
  trailing,
  className,
  id,
  type = 'text',
  ...rest
}: TextFieldProps) => {
  const generatedId = useId();
  const inputId = id ?? generatedId;
  const messageId = `${inputId}-message`;
  const hasMessage = error !== undefined || Boolean(hint);
  return (
    <div className={classNames(styles['field'], className)}>
      <label htmlFor={inputId} className={isLabelHidden ? 'visuallyHidden' : styles['label']}>
        {label}
      </label>
      <div className={styles['box']}>
        <input
          {...rest}
          id={inputId}
          type={type}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={hasMessage ? messageId : undefined}
          className={classNames(styles['input'], Boolean(trailing) && styles['withTrailing'])}
        />
        {trailing !== undefined && <div className={styles['trailing']}>{trailing}</div>}
      </div>
      <div id={messageId} className={classNames(styles['message'], error !== undefined && styles['error'])}>
        {error === undefined ? (
          hint
        ) : (
          <>
            <Icon of={CircleAlert} className={styles['errorIcon']} />
            {error}
          </>
        )}
      </div>
    </div>
  );
};
