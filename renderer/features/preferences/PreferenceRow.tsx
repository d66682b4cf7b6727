import { useId, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Switch } from '../../ui/Switch';
import styles from './PreferencesDialog.module.css';

interface PreferenceRowProps {
  /** Its switch. */
  readonly ref?: Ref<HTMLButtonElement>;
  readonly label: string;
  /** What it means, in a sentence. */
  readonly hint: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** The company has decided: shown as it is, and not to be changed. */
  readonly isManaged?: boolean;
}

/** One thing that is on or off. */
export const PreferenceRow = ({ ref, label, hint, isOn, onChange, isManaged = false }: PreferenceRowProps) => {
  const { t } = useTranslation('preferences');
  const id = useId();
  return (
    <div role="group" aria-label={label} aria-describedby={id} className={styles['row']}>
      <Switch ref={ref} label={label} isOn={isOn} onChange={onChange} isDisabled={isManaged} />
      <p id={id} className={styles['hint']}>
        {hint}
        {isManaged && <span className={styles['managed']}>{t('managed')}</span>}
      </p>
    </div>
  );
};
