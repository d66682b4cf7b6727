import type { Language } from '../../../shared/state/settings';

/** The few words main itself shows: menus, and dialogs for when the interface can't. */
export interface Texts {
  readonly file: string;
  readonly quit: string;
  readonly edit: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly view: string;
  readonly reload: string;
  readonly actualSize: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fullScreen: string;
  readonly window: string;
  readonly minimise: string;
  readonly close: string;
  readonly blocked: string;
  readonly cannotLeaveNow: string;
  readonly notAnswering: string;
  readonly understood: string;
  readonly loadAnew: string;
  readonly leaveAnyway: string;
  readonly leaveAnywayWarning: string;
  readonly since: string;
  /** The window's title while so many attendances stop the computer from shutting down. */
  readonly held: (count: number) => string;
  readonly openApp: string;
  /** Said once, when closing hides the window for the first time. */
  readonly trayTitle: string;
  readonly trayText: string;
  /** Said by the system when it may not shut down. */
  readonly whyHeld: string;
  /** @param source the variable or setting with the bad value */
  readonly invalidAddress: (source: string) => string;
  readonly channels: Readonly<Record<'whatsapp' | 'webchat' | 'email' | 'voice', string>>;
}

export const texts: Readonly<Record<Language, Texts>> = {
  'pt-BR': {
    file: 'Arquivo',
    quit: 'Sair',
    edit: 'Editar',
    undo: 'Desfazer',
    redo: 'Refazer',
    cut: 'Recortar',
    copy: 'Copiar',
    paste: 'Colar',
    selectAll: 'Selecionar tudo',
    view: 'Exibir',
    reload: 'Recarregar',
    actualSize: 'Tamanho real',
    zoomIn: 'Ampliar',
    zoomOut: 'Reduzir',
    fullScreen: 'Tela cheia',
    window: 'Janela',
    minimise: 'Minimizar',
    close: 'Fechar',
    blocked:
      'Você não pode fazer logout enquanto houver atendimentos em andamento. Finalize-os para sair da aplicação.',
    cannotLeaveNow: 'Não foi possível sair agora. Tente de novo em instantes.',
    notAnswering: 'A tela não está respondendo. Recarregá-la não afeta os atendimentos.',
    understood: 'Entendi',
    loadAnew: 'Recarregar a tela',
    leaveAnyway: 'Sair mesmo assim',
    leaveAnywayWarning:
      'A plataforma está fora de alcance. Se você sair, os atendimentos continuam nela e voltam no próximo login.',
    since: 'desde',
    held: (count) =>
      count === 1
        ? '1 atendimento em andamento – finalize-o antes de sair'
        : `${String(count)} atendimentos em andamento – finalize-os antes de sair`,
    openApp: 'Abrir o Smartspace',
    trayTitle: 'O Smartspace continua aberto',
    trayText:
      'Ao fechar a janela, ela vai para a bandeja do sistema, junto ao relógio, e você continua recebendo atendimentos. Para voltar, clique no ícone. Para encerrar o aplicativo, escolha "Sair" no menu do ícone. Você pode mudar isso em "Preferências".',
    whyHeld: 'Há atendimentos em andamento. Finalize-os antes de sair.',
    invalidAddress: (source) =>
      `O endereço da plataforma em ${source} não é válido. Ele precisa começar com https://. Corrija-o e abra o aplicativo de novo.`,
    channels: { whatsapp: 'WhatsApp', webchat: 'Chat do site', email: 'E-mail', voice: 'Voz' },
  },
  en: {
    file: 'File',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    reload: 'Reload',
    actualSize: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fullScreen: 'Full screen',
    window: 'Window',
    minimise: 'Minimise',
    close: 'Close',
    blocked: 'You cannot log out while attendances are in progress. Finish them to leave the application.',
    cannotLeaveNow: 'It was not possible to leave now. Try again in a moment.',
    notAnswering: 'The screen is not responding. Reloading it does not affect the attendances.',
    understood: 'Got it',
    loadAnew: 'Reload the screen',
    leaveAnyway: 'Leave anyway',
    leaveAnywayWarning:
      'The platform is out of reach. If you leave, the attendances stay there and come back at your next login.',
    since: 'since',
    held: (count) =>
      count === 1
        ? '1 attendance in progress – finish it before you leave'
        : `${String(count)} attendances in progress – finish them before you leave`,
    openApp: 'Open Smartspace',
    trayTitle: 'Smartspace stays open',
    trayText:
      'When you close the window it goes to the system tray, beside the clock, and you go on receiving attendances. To come back, click the icon. To end the application, choose "Quit" in the icon\'s menu. You can change this in "Preferences".',
    whyHeld: 'Attendances are in progress. Finish them before you leave.',
    invalidAddress: (source) =>
      `The address of the platform in ${source} is not valid. It has to begin with https://. Correct it and open the app again.`,
    channels: { whatsapp: 'WhatsApp', webchat: 'Web chat', email: 'E-mail', voice: 'Voice' },
  },
};
