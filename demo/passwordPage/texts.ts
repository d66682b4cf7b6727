import type { PlatformProblem } from '../../shared/platform/problems';
import type { PasswordRule } from '../../shared/rules/passwordPolicy';
import type { EmailLanguage } from '../auth/mailbox';

type Refusal = Extract<PlatformProblem, { code: 'reset-link-refused' }>['reason'];

interface PasswordPageTexts {
  readonly heading: string;
  readonly whose: (email: string) => string;
  readonly password: string;
  readonly confirmation: string;
  readonly save: string;
  readonly policy: string;
  readonly rules: Readonly<Record<PasswordRule, string>>;
  readonly unmet: string;
  readonly mismatch: string;
  readonly doneHeading: string;
  readonly done: string;
  readonly refusedHeading: string;
  readonly refusals: Readonly<Record<Refusal | 'damaged', string>>;
  readonly anotherLink: string;
  readonly busyHeading: string;
  readonly busy: string;
}

/** What the page to set a password in the browser says. */
export const passwordPageTexts: Readonly<Record<EmailLanguage, PasswordPageTexts>> = {
  'pt-BR': {
    heading: 'Definição de senha',
    whose: (email) => `Senha de ${email}`,
    password: 'Nova senha',
    confirmation: 'Confirmar senha',
    save: 'Salvar',
    policy: 'A senha precisa ter:',
    rules: {
      length: 'pelo menos 8 caracteres',
      'upper-case': 'uma letra maiúscula',
      'lower-case': 'uma letra minúscula',
      digit: 'um número',
      special: 'um caractere especial',
      'no-forbidden': 'nenhum destes caracteres: & #',
    },
    unmet: 'Ainda falta:',
    mismatch: 'As senhas não são iguais. Digite as duas de novo.',
    doneHeading: 'Senha definida',
    done: 'Abra o Smartspace Desktop e entre com o seu e-mail e a nova senha. Você já pode fechar esta página.',
    refusedHeading: 'Este link não funciona',
    refusals: {
      expired: 'O link expirou, ou um mais novo foi enviado depois dele.',
      used: 'O link já foi usado.',
      unknown: 'O link não é da plataforma.',
      'self-managed': 'Este usuário pertence a um grupo autogerenciado. Entre em contato com Administrador da conta.',
      damaged: 'O link está incompleto.',
    },
    anotherLink: 'Peça outro em “Esqueci minha senha”, na tela de login do aplicativo.',
    busyHeading: 'Muitas tentativas',
    busy: 'Espere um minuto e tente de novo. O link continua valendo.',
  },
  en: {
    heading: 'Set your password',
    whose: (email) => `Password of ${email}`,
    password: 'New password',
    confirmation: 'Confirm password',
    save: 'Save',
    policy: 'The password needs:',
    rules: {
      length: 'at least 8 characters',
      'upper-case': 'an upper-case letter',
      'lower-case': 'a lower-case letter',
      digit: 'a digit',
      special: 'a special character',
      'no-forbidden': 'none of these characters: & #',
    },
    unmet: 'Still missing:',
    mismatch: 'The passwords are not the same. Type both again.',
    doneHeading: 'Your password is set',
    done: 'Open Smartspace Desktop and log in with your e-mail and the new password. You can close this page.',
    refusedHeading: 'This link does not work',
    refusals: {
      expired: 'The link has expired, or a newer one was sent after it.',
      used: 'The link was used already.',
      unknown: 'The link is not one of the platform’s.',
      'self-managed': 'This user belongs to a self-managed group. Contact the account administrator.',
      damaged: 'The link is incomplete.',
    },
    anotherLink: 'Ask for another with “Forgot my password” on the login screen of the app.',
    busyHeading: 'Too many tries',
    busy: 'Wait a minute and try again. The link stays good.',
  },
};

export type LinkRefusal = keyof PasswordPageTexts['refusals'];
