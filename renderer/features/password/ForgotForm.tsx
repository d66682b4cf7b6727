import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { MailCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { emailSchema } from '../../../shared/platform/primitives';
import type { Problem } from '../../../shared/state/problem';
import { appDesktop } from '../../desktop/appDesktop';
import { problemFromError } from '../../desktop/problemFromError';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Notice } from '../../ui/Notice';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { TextField } from '../../ui/TextField';
import { useLoginOptions } from '../login/useLoginOptions';
import styles from './ForgotForm.module.css';

/*
 *     asking ◄──► busy ──► sent
 *        │▲        │
 *        ▼└── refused
 */
type RequestState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly problem: Problem };

interface ForgotFormProps {
  /** What is known of the e-mail so far. */
  readonly email: string;
  readonly onBack: (email: string) => void;
}

/** Asks for the e-mail with a link to set a password. The answer never tells whether there is such an account. */
export const ForgotForm = ({ email: firstEmail, onBack }: ForgotFormProps) => {
  const { t } = useTranslation('password');
  const { t: tLogin } = useTranslation('login');
  const emailInput = useRef<HTMLInputElement>(null);
  const [email, setEmail] = useState(firstEmail);
  const [hasTried, setHasTried] = useState(false);
  const [state, setState] = useState<RequestState>({ kind: 'asking' });
  const { options, ask, askSoon } = useLoginOptions();
  const address = email.trim();
  const isSelfManaged = options?.selfManaged === true;
  const isInvalid = hasTried && !emailSchema.safeParse(address).success;

  const learnOptions = useEffectEvent(() => {
    ask(address).catch(reportError);
  });
  useEffect(() => learnOptions(), []);

  const request = async () => {
    setState({ kind: 'busy' });
    try {
      // Where it can't be known, the platform is asked for the e-mail all the same.
      const known = await ask(address);
      if (known?.selfManaged === true) {
        setState({ kind: 'asking' });
        return;
      }
      const result = await appDesktop.requestPasswordLink({ email: address });
      setState(result.ok ? { kind: 'sent' } : { kind: 'refused', problem: result.problem });
    } catch (error) {
      reportError(error);
      setState({ kind: 'refused', problem: problemFromError(error) });
    }
  };

  const submit = () => {
    if (state.kind === 'busy' || isSelfManaged) return;
    setHasTried(true);
    if (emailSchema.safeParse(address).success) request().catch(reportError);
    else emailInput.current?.focus();
  };

  if (state.kind === 'sent') return <Sent email={address} onBack={() => onBack(address)} />;
  return (
    <form
      noValidate
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className={styles['text']}>{t('forgot.text')}</p>
      <TextField
        ref={emailInput}
        label={t('forgot.email')}
        type="email"
        autoComplete="username"
        autoCapitalize="off"
        spellCheck={false}
        autoFocus
        value={email}
        onChange={(event) => {
          setEmail(event.currentTarget.value);
          askSoon(event.currentTarget.value.trim());
        }}
        onBlur={() => {
          ask(address).catch(reportError);
        }}
        error={isInvalid ? tLogin(address === '' ? 'fieldError.emailMissing' : 'fieldError.emailInvalid') : undefined}
      />
      {isSelfManaged && <Notice>{tLogin('selfManaged')}</Notice>}
      <div className={styles['actions']}>
        <Button aria-disabled={state.kind === 'busy'} onClick={() => onBack(address)}>
          {t('back')}
        </Button>
        {!isSelfManaged && (
          <Button type="submit" variant="primary" isFullWidth isBusy={state.kind === 'busy'}>
            {t('forgot.send')}
          </Button>
        )}
      </div>
      {state.kind === 'refused' && <ProblemNotice problem={state.problem} />}
    </form>
  );
};

interface SentProps {
  readonly email: string;
  readonly onBack: () => void;
}

const Sent = ({ email, onBack }: SentProps) => {
  const { t } = useTranslation('password');
  return (
    <div className={styles['form']}>
      <div role="status" className={styles['sent']}>
        <Icon of={MailCheck} size={20} className={styles['icon']} />
        <p>{t('forgot.sent')}</p>
        <p className={styles['address']}>{email}</p>
      </div>
      <div className={styles['actions']}>
        <Button isFullWidth autoFocus onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </div>
  );
};
