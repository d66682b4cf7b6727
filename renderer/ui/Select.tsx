import { useId, type Ref } from 'react';
import { ChevronDown } from 'lucide-react';
import { classNames } from './classNames';
import { Icon } from './Icon';
import styles from './Field.module.css';

interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface SelectProps<Value extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly options: readonly SelectOption<Value>[];
  /** Null: nothing chosen yet; the placeholder shows. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  readonly error?: string | undefined;
  readonly isDisabled?: boolean;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLSelectElement>;
}

/**
 * A choice of one, role combobox. The browser's own control: it is reachable by every keyboard and screen reader, and
 * unlike scripted lists it needs no inline style, which our content policy forbids.
 */
export const Select = <Value extends string>({
  label,
  isLabelHidden = false,
  options,
  value,
  onChange,
  placeholder,
  error,
  isDisabled = false,
  className,
  ref,
}: SelectProps<Value>) => {
  const id = useId();
  const messageId = `${id}-message`;
  return (
    <div className={classNames(styles['field'], className)}>
      <label htmlFor={id} className={isLabelHidden ? 'visuallyHidden' : styles['label']}>
        {label}
      </label>
      <div className={styles['box']}>
        <select
          ref={ref}
          id={id}
          value={value ?? ''}
          disabled={isDisabled}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={error === undefined ? undefined : messageId}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
          className={classNames(styles['input'], styles['select'], value === null && styles['placeholder'])}
        >
          {value === null && (
            <option value="" disabled>
              {placeholder}
            </option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <span className={styles['chevron']}>
          <Icon of={ChevronDown} />
        </span>
      </div>
      {error !== undefined && (
        <div id={messageId} className={classNames(styles['message'], styles['error'])}>
          {error}
        </div>
      )}
    </div>
  );
};
