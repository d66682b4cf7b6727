import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AlertDialog } from '../../ui/AlertDialog';
import { Button } from '../../ui/Button';

interface DiscardQuestionProps {
  readonly isOpen: boolean;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/** Asks before changes that are not saved are lost. */
export const DiscardQuestion = ({ isOpen, onKeep, onDiscard }: DiscardQuestionProps) => {
  const { t } = useTranslation('profile');
  const keep = useRef<HTMLButtonElement>(null);
  return (
    <AlertDialog
      isOpen={isOpen}
      onDismiss={onKeep}
      title={t('discard.title')}
      description={t('discard.text')}
      initialFocus={keep}
      actions={
        <>
          <Button onClick={onDiscard}>{t('discard.confirm')}</Button>
          <Button ref={keep} variant="primary" onClick={onKeep}>
            {t('discard.keep')}
          </Button>
        </>
      }
    />
  );
};
