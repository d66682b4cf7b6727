import { useId, type Ref } from 'react';
import { Switch as Radix } from 'radix-ui';
import { classNames } from './classNames';
import styles from './Switch.module.css';

interface SwitchProps {
  readonly ref?: Ref<HTMLButtonElement> | undefined;
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** The change is under way: keeps its focus and takes no further one. */
  readonly isBusy?: boolean;
  /** For now it can't be changed. It keeps the focus it has: a connection that drops must not move anybody. */
  readonly isDisabled?: boolean;
}

/** Something that is on or off and changes at once. */
export const Switch = ({
  ref,
  label,
  isLabelHidden = false,
  isOn,
  onChange,
  isBusy = false,
  isDisabled = false,
}: SwitchProps) => {
  const id = useId();
  return (
    <div className={styles['row']}>
      <label htmlFor={id} className={isLabelHidden ? 'visuallyHidden' : styles['label']}>
        {label}
      </label>
      <Radix.Root
        ref={ref}
        id={id}
        checked={isOn}
        aria-disabled={isDisabled || isBusy || undefined}
        aria-busy={isBusy || undefined}
        onCheckedChange={(willBeOn) => {
          if (!isBusy && !isDisabled) onChange(willBeOn);
        }}
        className={classNames(styles['switch'], isBusy && styles['busy'], isDisabled && styles['disabled'])}
      >
        <Radix.Thumb className={styles['thumb']} />
      </Radix.Root>
    </div>
  );
};
