import { Check, CheckCheck, Clock3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../../shared/platform/attendances';
import { classNames } from '../../../ui/classNames';
import { Icon } from '../../../ui/Icon';
import styles from './Delivery.module.css';

interface DeliveryProps {
  readonly state: Message['delivery'] | 'sending';
}

const icons = { sending: Clock3, sent: Check, delivered: CheckCheck, read: CheckCheck } as const;

/** How far a message got. On its way it also says so in a word, since that is the state worth noticing. */
export const Delivery = ({ state }: DeliveryProps) => {
  const { t } = useTranslation('attendances');
  const name = t(`delivery.${state}`);
  if (state === 'sending') {
    return (
      <span className={styles['delivery']}>
        <Icon of={icons.sending} className={styles['icon']} />
        {name}
      </span>
    );
  }
  return (
    <span role="img" aria-label={name} title={name} className={classNames(styles['delivery'], styles[state])}>
      <Icon of={icons[state]} className={styles['icon']} />
    </span>
  );
};
