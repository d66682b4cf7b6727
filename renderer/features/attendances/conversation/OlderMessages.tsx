import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button';
import styles from './OlderMessages.module.css';

/** Above the first message while there are older ones: they come by themselves on the way up, or at a press. */
export const OlderMessages = ({ onLoad }: { readonly onLoad: () => void }) => {
  const { t } = useTranslation('attendances');
  return (
    <div className={styles['older']}>
      <Button variant="ghost" size="small" onClick={onLoad}>
        {t('conversation.loadOlder')}
      </Button>
    </div>
  );
};
