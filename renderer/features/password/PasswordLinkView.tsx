import { useState, type ReactNode } from 'react';
import { CloudOff, Unlink, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../shared/rules/assertNever';
import type { PasswordLinkState } from '../../../shared/state/passwordLink';
import { appDesktop } from '../../desktop/appDesktop';
import { useAppStore } from '../../desktop/appStore';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { useFocusKept } from '../login/useFocusKept';
import type { PasswordDraft } from './checklist';
import { ForgotForm } from './ForgotForm';
import { PasswordForm } from './PasswordForm';
import { PasswordSkeleton } from './PasswordSkeleton';
import type { ShownLink } from './shownLink';
import type { SavedAnswer } from './savedPassword';
import styles from './PasswordLinkView.module.css';

interface PasswordLinkViewProps {
  readonly link: ShownLink;
  readonly onSaved: (answer: SavedAnswer, email: string) => void;
}

const dismiss = () => {
  appDesktop.dismissPasswordLink().catch(reportError);
};

/** What there is to do with a link that sets a password. It stays for as long as one link follows another. */
export const PasswordLinkView = (props: PasswordLinkViewProps) => {
  const place = useFocusKept(props.link.kind);
  return (
    <div ref={place} tabIndex={-1}>
      <LinkStep {...props} />
    </div>
  );
};

const LinkStep = ({ link, onSaved }: PasswordLinkViewProps) => {
  const { t } = useTranslation('password');
  // Kept here and not in the form: a newer link changes whose password it is, not what is being typed.
  const [draft, setDraft] = useState<PasswordDraft>({ password: '', confirmation: '' });
  const [isFormOpen, setIsFormOpen] = useState(link.kind === 'open');
  const mayHaveForm = link.kind === 'open' || link.kind === 'checking';
  if (link.kind === 'open' && !isFormOpen) setIsFormOpen(true);
  if (!mayHaveForm && isFormOpen) setIsFormOpen(false);

  if (link.kind === 'open' || (link.kind === 'checking' && isFormOpen)) {
    return (
      <PasswordForm
        email={link.kind === 'open' ? link.email : null}
        draft={draft}
        onDraftChange={setDraft}
        onSaved={onSaved}
        onBack={dismiss}
      />
    );
  }
  switch (link.kind) {
    case 'checking':
      return (
        <div aria-busy>
          <p role="status" className="visuallyHidden">
            {t('checking')}
          </p>
          <PasswordSkeleton />
          <div className={styles['actions']}>
            <BackButton />
          </div>
        </div>
      );
    case 'refused':
      return <RefusedLink reason={link.reason} />;
    case 'unreachable':
      return <UnreachableLink cause={link.cause} />;
    default:
      return assertNever(link);
  }
};

type Refusal = Pick<Extract<PasswordLinkState, { kind: 'refused' }>, 'reason'>;

const RefusedLink = ({ reason }: Refusal) => {
  const { t } = useTranslation('password');
  const { t: tLogin } = useTranslation('login');
  const lastEmail = useAppStore((state) => state.settings?.lastEmail);
  const [isAskingAgain, setIsAskingAgain] = useState(false);
  if (isAskingAgain) {
    return <ForgotForm email={lastEmail ?? ''} onBack={() => setIsAskingAgain(false)} />;
  }
  if (reason === 'self-managed') {
    return (
      <Outcome actions={<BackButton />}>
        <EmptyState icon={Users} title={tLogin('selfManaged')} />
      </Outcome>
    );
  }
  return (
    <Outcome
      actions={
        <>
          <BackButton />
          <Button variant="primary" isFullWidth onClick={() => setIsAskingAgain(true)}>
            {t('askAgain')}
          </Button>
        </>
      }
    >
      <EmptyState icon={Unlink} title={t(`refused.${reason}.title`)}>
        {t(`refused.${reason}.nextStep`)}
      </EmptyState>
    </Outcome>
  );
};

type Obstacle = Pick<Extract<PasswordLinkState, { kind: 'unreachable' }>, 'cause'>;

const UnreachableLink = ({ cause }: Obstacle) => {
  const { t } = useTranslation('password');
  return (
    <Outcome
      actions={
        <>
          <BackButton />
          <Button
            variant="primary"
            isFullWidth
            onClick={() => {
              appDesktop.openPasswordLink().catch(reportError);
            }}
          >
            {t('unreachable.retry')}
          </Button>
        </>
      }
    >
      <EmptyState icon={CloudOff} title={t('unreachable.title')}>
        {t(`unreachable.cause.${cause}`)}
      </EmptyState>
    </Outcome>
  );
};

const BackButton = () => {
  const { t } = useTranslation('password');
  return (
    <Button isFullWidth onClick={dismiss}>
      {t('back')}
    </Button>
  );
};

const Outcome = ({ children, actions }: { readonly children: ReactNode; readonly actions: ReactNode }) => (
  <>
    <div role="alert">{children}</div>
    <div className={styles['actions']}>{actions}</div>
  </>
);
