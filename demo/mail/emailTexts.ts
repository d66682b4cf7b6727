import type { EmailLanguage, EmailTemplate } from '../auth/mailbox';

export interface EmailTexts {
  readonly subject: string;
  readonly greeting: (name: string) => string;
  readonly reason: string;
  readonly button: string;
  readonly copyInstead: string;
  readonly validity: string;
  readonly unexpected: string;
}

const portuguese = {
  greeting: (name: string) => `Olá, ${name}.`,
  copyInstead: 'Se o botão não funcionar, copie este endereço para o navegador:',
  validity:
    'O link funciona uma única vez, por 1 hora. Depois disso, peça outro em “Esqueci minha senha”, na tela de login.',
} as const;

const english = {
  greeting: (name: string) => `Hello, ${name}.`,
  copyInstead: 'If the button does not work, copy this address into your browser:',
  validity:
    'The link works once, for 1 hour. After that, ask for another with “Forgot my password” on the login screen.',
} as const;

/** What the platform's e-mails say. */
export const emailTexts: Readonly<Record<EmailTemplate, Readonly<Record<EmailLanguage, EmailTexts>>>> = {
  'first-password': {
    'pt-BR': {
      ...portuguese,
      subject: 'Defina sua senha do Smartspace',
      reason:
        'Seu cadastro de atendente omnichannel no Smartspace está pronto. Falta definir a senha com que você vai entrar na plataforma.',
      button: 'Definir senha',
      unexpected: 'Se você não esperava este e-mail, ignore-o.',
    },
    en: {
      ...english,
      subject: 'Set your Smartspace password',
      reason:
        'You are now registered as an omnichannel agent at Smartspace. What is left is the password you log in with.',
      button: 'Set password',
      unexpected: 'If you did not expect this e-mail, ignore it.',
    },
  },
  'password-redefinition': {
    'pt-BR': {
      ...portuguese,
      subject: 'Redefina sua senha do Smartspace',
      reason:
        'Sua senha do Smartspace precisa ser redefinida: o atendimento omnichannel foi habilitado para você, que já atendia por voz, ou você pediu uma nova senha. Ela vale para toda a plataforma.',
      button: 'Redefinir senha',
      unexpected:
        'Se você não esperava este e-mail, ignore-o: enquanto o link não for usado, a senha atual continua valendo.',
    },
    en: {
      ...english,
      subject: 'Reset your Smartspace password',
      reason:
        'Your Smartspace password needs to be set again: either omnichannel was enabled for you, who already worked in voice queues, or you asked for a new password. It opens the whole platform.',
      button: 'Reset password',
      unexpected: 'If you did not expect this e-mail, ignore it: until the link is used, your password stays as it is.',
    },
  },
};
