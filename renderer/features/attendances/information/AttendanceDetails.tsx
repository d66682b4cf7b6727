import { useTranslation } from 'react-i18next';
import { formatDate, formatTime } from '../../../i18n/format';
import { useLanguage } from '../../../i18n/useLanguage';
import type { Attendance, PastAttendance } from '../../../../shared/platform/attendances';
import { DetailList } from './DetailList';
import { Protocol } from './Protocol';

/** What is known of an attendance of today. */
export const AttendanceDetails = ({ attendance }: { readonly attendance: Attendance }) => {
  const { t } = useTranslation('attendances');
  const language = useLanguage();
  const { protocol, queue, origin, customer, arrivedAt, startedAt } = attendance;
  return (
    <DetailList
      details={[
        { label: t('information.protocol'), value: <Protocol key={protocol} protocol={protocol} /> },
        { label: t('information.queue'), value: queue.name },
        { label: t('information.origin'), value: origin },
        { label: t('information.contact'), value: customer.contact },
        { label: t('information.arrived'), value: formatTime(arrivedAt, language) },
        ...(startedAt === null ? [] : [{ label: t('information.started'), value: formatTime(startedAt, language) }]),
      ]}
    />
  );
};

/** What is known of a finished attendance. */
export const PastAttendanceDetails = ({ past }: { readonly past: PastAttendance }) => {
  const { t } = useTranslation('attendances');
  const language = useLanguage();
  const { protocol, queueName, agentName, startedAt, finishedAt, dispositionName } = past;
  return (
    <DetailList
      details={[
        { label: t('information.protocol'), value: <Protocol key={protocol} protocol={protocol} /> },
        { label: t('information.queue'), value: queueName },
        { label: t('information.agent'), value: agentName },
        { label: t('information.date'), value: formatDate(startedAt, language) },
        {
          label: t('information.duration'),
          value: t('information.fromTo', {
            from: formatTime(startedAt, language),
            to: formatTime(finishedAt, language),
          }),
        },
        { label: t('information.disposition'), value: dispositionName },
      ]}
    />
  );
};
