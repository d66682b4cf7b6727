import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../../shared/rules/clock';

/** "15 min" for a limit of whole minutes, else "01:30": a limit is never rounded. Takes seconds. */
export const useLimitText = (): ((limitSeconds: number) => string) => {
  const { t } = useTranslation('queues');
  return (limitSeconds) =>
    limitSeconds % 60 === 0 ? t('minutes', { value: limitSeconds / 60 }) : formatDuration(limitSeconds);
};
