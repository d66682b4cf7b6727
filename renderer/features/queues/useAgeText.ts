import { useTranslation } from 'react-i18next';
import { ageOf } from './age';

/** "há 4 s" for something heard at `heardAt`, by this computer's clock in milliseconds since 1970. */
export const useAgeText = (): ((heardAt: number, localNow: number) => string) => {
  const { t } = useTranslation('queues');
  return (heardAt, localNow) => {
    const { unit, value } = ageOf(heardAt, localNow);
    return t(`age.${unit}`, { value });
  };
};
