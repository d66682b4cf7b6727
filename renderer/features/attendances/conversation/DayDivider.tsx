import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../i18n/format';
import { useLanguage } from '../../../i18n/useLanguage';
import { useAppStore } from '../../../desktop/appStore';
import { useNow } from '../../../desktop/useNow';
import { labelDay } from '../rules/messageRows';
import styles from './DayDivider.module.css';

interface DayDividerProps {
  /** A moment of the day, in milliseconds since 1970. */
  readonly at: number;
}

/** Where a new day begins. */
export const DayDivider = ({ at }: DayDividerProps) => {
  const { t } = useTranslation('attendances');
  const language = useLanguage();
  const clockOffset = useAppStore((state) => state.clockOffset);
  const label = labelDay(at, useNow() + clockOffset);
  return (
    <div className={styles['divider']}>
      <span className={styles['label']}>
        {label === 'date' ? formatDate(new Date(at).toISOString(), language) : t(`conversation.day.${label}`)}
      </span>
    </div>
  );
};
