import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/format';
import { useLanguage } from '../../i18n/useLanguage';
import { ChannelIcon } from '../../ui/ChannelIcon';
import { Icon } from '../../ui/Icon';
import type { HoldingAttendance } from '../../../shared/platform/problems';
import styles from './HoldingAttendanceList.module.css';

interface HoldingAttendanceListProps {
  readonly holding: readonly HoldingAttendance[];
  readonly onGoTo: (attendanceId: string) => void;
}

/** The attendances that hold the agent; a press on one goes there. */
export const HoldingAttendanceList = ({ holding, onGoTo }: HoldingAttendanceListProps) => {
  const { t } = useTranslation('leaving');
  const { t: tCommon } = useTranslation('common');
  const language = useLanguage();
  return (
    <ul className={styles['list']}>
      {holding.map(({ id, customerName, channel, since }) => (
        <li key={id}>
          <button type="button" className={styles['line']} onClick={() => onGoTo(id)}>
            <ChannelIcon channel={channel} isNamed={false} />
            <span className={styles['text']}>
              {t('line', {
                customer: customerName,
                channel: tCommon(`channel.${channel}`),
                time: formatTime(since, language),
              })}
            </span>
            <Icon of={ChevronRight} className={styles['arrow']} />
          </button>
        </li>
      ))}
    </ul>
  );
};
