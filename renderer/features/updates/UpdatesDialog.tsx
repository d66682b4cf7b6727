import { useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../desktop/appStore';
import { shellDesktop } from '../../desktop/shellDesktop';
import { useShellStore } from '../../desktop/shellStore';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { assertNever } from '../../../shared/rules/assertNever';
import type { UpdateState } from '../../../shared/state/update';
import { updateText } from './updateText';
import { useInstallUpdate } from './useInstallUpdate';
import styles from './UpdatesDialog.module.css';

interface UpdatesDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly returnFocus: RefObject<HTMLElement | null>;
}

/** Which version this is, where updating stands, and what can be done about it. */
export const UpdatesDialog = ({ isOpen, onClose, returnFocus }: UpdatesDialogProps) => {
  const { t } = useTranslation('updates');
  const version = useAppStore((state) => state.version);
  const update = useShellStore((state) => state.update);
  // On what there is to read: on a button, Enter held down in the menu would go on and install.
  const status = useRef<HTMLParagraphElement>(null);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(willBeOpen) => {
        if (!willBeOpen) onClose();
      }}
      title={t('title')}
      description={version !== null && t('version', { version })}
      initialFocus={status}
      returnFocus={returnFocus}
      {...(hasAction(update) && { actions: <UpdateAction update={update} onInstallSettled={onClose} /> })}
    >
      <p ref={status} role="status" tabIndex={-1} className={styles['status']}>
        {updateText(t, update)}
      </p>
      {update.kind === 'downloading' && (
        <progress
          className={styles['progress']}
          max={100}
          value={update.percent}
          aria-label={t('state.downloading', { version: update.version, percent: update.percent })}
        />
      )}
      {update.kind === 'ready' && <ReadyDetails update={update} />}
    </Dialog>
  );
};

const ReadyDetails = ({ update }: { readonly update: Extract<UpdateState, { kind: 'ready' }> }) => {
  const { t } = useTranslation('updates');
  return (
    <>
      <p className={styles['detail']}>{t('restart')}</p>
      {update.notes !== null && (
        <section aria-labelledby="update-notes" className={styles['notes']}>
          <h3 id="update-notes" className={styles['heading']}>
            {t('notes', { version: update.version })}
          </h3>
          {/* Focusable, so that long notes can be scrolled by keyboard. */}
          <p tabIndex={0} className={styles['text']}>
            {update.notes}
          </p>
        </section>
      )}
    </>
  );
};

type ActionableUpdate = Exclude<UpdateState, { kind: 'disabled' | 'downloading' }>;

/** A download goes by itself: there is nothing to press while it does. */
const hasAction = (update: UpdateState): update is ActionableUpdate =>
  update.kind !== 'disabled' && update.kind !== 'downloading';

interface UpdateActionProps {
  readonly update: ActionableUpdate;
  readonly onInstallSettled: () => void;
}

const UpdateAction = ({ update, onInstallSettled }: UpdateActionProps) => {
  const { t } = useTranslation('updates');
  // Refused, the alert takes this dialog's place.
  const { isAsking, install } = useInstallUpdate(onInstallSettled);
  switch (update.kind) {
    case 'ready':
    case 'installing':
      return (
        <Button variant="primary" isBusy={isAsking || update.kind === 'installing'} onClick={install}>
          {t('installNow')}
        </Button>
      );
    case 'idle':
    case 'checking':
    case 'found':
    case 'failed':
      return (
        <>
          {update.kind === 'found' && update.waitsFor === 'metered' && (
            <Button
              onClick={() => {
                shellDesktop.downloadUpdate().catch(reportError);
              }}
            >
              {t('downloadNow')}
            </Button>
          )}
          <Button
            variant="primary"
            isBusy={update.kind === 'checking'}
            onClick={() => {
              shellDesktop.checkForUpdates().catch(reportError);
            }}
          >
            {t('check')}
          </Button>
        </>
      );
    default:
      return assertNever(update);
  }
};
