import { useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { shellDesktop } from '../desktop/shellDesktop';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';

interface LogOutDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly returnFocus: RefObject<HTMLElement | null>;
}

/** Asks before logging out. Refused, it gives way to the alert that says why. */
export const LogOutDialog = ({ isOpen, onClose, returnFocus }: LogOutDialogProps) => {
  const { t } = useTranslation('shell');
  const [isLeaving, setIsLeaving] = useState(false);
  // Not on "Log out": Enter held down in the menu would go on and confirm.
  const cancel = useRef<HTMLButtonElement>(null);

  const logOut = async () => {
    setIsLeaving(true);
    try {
      // Allowed, the login screen takes the shell's place and this dialog with it.
      if ((await shellDesktop.signOut()) === 'vetoed') onClose();
    } catch (error) {
      reportError(error);
      onClose();
    } finally {
      setIsLeaving(false);
    }
  };

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(willBeOpen) => {
        if (!willBeOpen && !isLeaving) onClose();
      }}
      title={t('logOut.title')}
      description={t('logOut.text')}
      initialFocus={cancel}
      returnFocus={returnFocus}
      actions={
        <>
          <Button ref={cancel} aria-disabled={isLeaving || undefined} onClick={onClose}>
            {t('logOut.cancel')}
          </Button>
          <Button variant="primary" isBusy={isLeaving} onClick={() => void logOut()}>
            {t('logOut.confirm')}
          </Button>
        </>
      }
    />
  );
};
