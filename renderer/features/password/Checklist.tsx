import { Check, Circle, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import { checkPassword, type PasswordDraft } from './checklist';
import styles from './Checklist.module.css';

const icons = { met: Check, unmet: Circle, broken: X } as const;

/** The rules for a password, ticked while it is typed. A line that changes is read out once the typing rests. */
export const Checklist = ({ draft }: { readonly draft: PasswordDraft }) => {
  const { t } = useTranslation('password');
  return (
    <ul className={styles['list']} aria-label={t('rules.label')} aria-live="polite">
      {checkPassword(draft).map(({ rule, state }) => (
        <li key={rule} className={styles[state]} aria-atomic>
          <Icon of={icons[state]} className={styles['icon']} />
          <span className="visuallyHidden">{t(`rules.${state}`)} </span>
          {t(`rules.${rule}`)}
        </li>
      ))}
    </ul>
  );
};
