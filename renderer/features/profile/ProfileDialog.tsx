import { useRef, useState, type RefObject, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agent } from '../../../shared/platform/agent';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { TextField } from '../../ui/TextField';
import { DiscardQuestion } from './DiscardQuestion';
import { PhotoField } from './PhotoField';
import { changesOf, hasChanges, nameFault, nameLimit } from './profileDraft';
import { useSaveProfile } from './useSaveProfile';
import styles from './ProfileDialog.module.css';

interface ProfileDialogProps {
  readonly agent: Agent;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly returnFocus: RefObject<HTMLElement | null>;
}

/** "Meu Perfil". What was typed lives as long as the dialog is open. */
export const ProfileDialog = ({ isOpen, ...rest }: ProfileDialogProps) => (isOpen ? <OpenProfile {...rest} /> : null);

const OpenProfile = ({ agent, onClose, returnFocus }: Omit<ProfileDialogProps, 'isOpen'>) => {
  const { t } = useTranslation('profile');
  const [name, setName] = useState(agent.name);
  const [photo, setPhoto] = useState(agent.photo);
  const [isNameTouched, setIsNameTouched] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const { isSaving, problem, save } = useSaveProfile();
  const changes = changesOf({ name, photo }, agent);
  const fault = nameFault(name);

  const close = () => {
    if (isSaving) return;
    if (hasChanges(changes)) setIsAsking(true);
    else onClose();
  };
  const submit = async () => {
    setIsNameTouched(true);
    if (fault !== null) nameField.current?.focus();
    else if (await save(changes)) onClose();
  };

  return (
    <Dialog
      isOpen
      onOpenChange={close}
      title={t('title')}
      size="medium"
      initialFocus={nameField}
      returnFocus={returnFocus}
      actions={
        <>
          <Button aria-disabled={isSaving || undefined} onClick={close}>
            {t('cancel')}
          </Button>
          <Button
            variant="primary"
            type="submit"
            form="profile"
            isBusy={isSaving}
            aria-disabled={!hasChanges(changes) || undefined}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      <form
        id="profile"
        noValidate
        className={styles['form']}
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          if (hasChanges(changes) && !isSaving) void submit();
        }}
      >
        <PhotoField name={name} photo={photo} onChange={setPhoto} />
        <TextField
          ref={nameField}
          label={t('name')}
          value={name}
          autoComplete="off"
          error={isNameTouched && fault !== null ? t(`nameFault.${fault}`, { limit: nameLimit }) : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
          onBlur={() => setIsNameTouched(true)}
        />
        <dl className={styles['facts']}>
          <dt>{t('email')}</dt>
          <dd>{agent.email}</dd>
          <dt>{t('extension')}</dt>
          <dd>{agent.extension ?? t('noExtension')}</dd>
        </dl>
        <p className={styles['hint']}>{t('managedByAdministrator')}</p>
        {problem !== null && (
          <div className={styles['problem']}>
            <ProblemNotice problem={problem} />
          </div>
        )}
      </form>
      <DiscardQuestion isOpen={isAsking} onKeep={() => setIsAsking(false)} onDiscard={onClose} />
    </Dialog>
  );
};
