import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../../ui/Skeleton';
import { classNames } from '../../../ui/classNames';
import styles from './ConversationSkeleton.module.css';

const bubbles = ['wide', 'short', 'own', 'wide', 'ownShort', 'short'] as const;

/** Messages as they will stand there, at the foot of the conversation, while they are read. */
export const ConversationSkeleton = () => {
  const { t } = useTranslation('attendances');
  return (
    <div className={styles['skeleton']} role="status" aria-label={t('conversation.loading')}>
      {bubbles.map((bubble, index) => (
        <Skeleton key={index} shape="block" className={classNames(styles['bubble'], styles[bubble])} />
      ))}
    </div>
  );
};
