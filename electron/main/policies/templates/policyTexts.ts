import type { PolicyName } from '../../../../shared/state/policy';
import type { Language } from '../../../../shared/state/settings';

/** In both languages. */
export type Words = Readonly<Record<Language, string>>;

/** How an administrator sets a policy: by writing, by choosing one of a list, or by switching on and off. */
export type PolicyForm =
  | { readonly kind: 'text'; readonly limit: number }
  | { readonly kind: 'choice'; readonly options: Readonly<Record<string, Words>> }
  | { readonly kind: 'switch' };

export interface PolicyText {
  readonly title: Words;
  readonly explanation: Words;
  readonly form: PolicyForm;
  /** A value for samples, as the sources hold it. */
  readonly example: string | boolean | readonly string[];
  /** Whether the samples suggest it rather than enforce it. */
  readonly isSuggestedInSamples: boolean;
}

const words = (portuguese: string, english: string): Words => ({ 'pt-BR': portuguese, en: english });

/** What every policy is for, for those who set it. */
export const policyTexts: Readonly<Record<PolicyName, PolicyText>> = {
  PlatformUrl: {
    title: words('Endereço da plataforma', 'Address of the platform'),
    explanation: words(
      'O endereço em que o aplicativo fala com a plataforma Smartspace. Precisa começar com https:// e não pode levar usuário, senha nem parâmetros. Imposto, vale mais que a variável SMARTSPACE_URL.',
      'The address at which the app speaks to the Smartspace platform. It has to begin with https:// and may not carry a user, a password or parameters. Enforced, it wins over the variable SMARTSPACE_URL.',
    ),
    form: { kind: 'text', limit: 500 },
    example: 'https://smartspace.empresa.example',
    isSuggestedInSamples: false,
  },
  LoginMethods: {
    title: words('Formas de entrar', 'Ways to log in'),
    explanation: words(
      'As formas de entrar permitidas neste computador. A plataforma ainda decide, para cada e-mail, quais existem. Quem já entrou continua até sair.',
      'The ways to log in that this computer allows. The platform still decides, for each e-mail, which there are. Whoever is logged in already stays so until logging out.',
    ),
    form: {
      kind: 'choice',
      options: {
        'password,microsoft': words('Senha e Microsoft', 'Password and Microsoft'),
        password: words('Somente senha', 'Password only'),
        microsoft: words('Somente Microsoft', 'Microsoft only'),
      },
    },
    example: ['microsoft'],
    isSuggestedInSamples: false,
  },
  MicrosoftFlow: {
    title: words('Onde entrar com a Microsoft', 'Where to sign in with Microsoft'),
    explanation: words(
      'A janela do aplicativo esquece tudo ao fechar e serve para computadores compartilhados. O navegador mostra o dispositivo à Microsoft, o que o acesso condicional pode exigir.',
      'The window of the app forgets everything when it closes, which suits shared computers. The browser shows the device to Microsoft, which conditional access may demand.',
    ),
    form: {
      kind: 'choice',
      options: {
        popup: words('Janela do aplicativo', 'Window of the app'),
        browser: words('Navegador do sistema', "The system's browser"),
      },
    },
    example: 'browser',
    isSuggestedInSamples: true,
  },
  MayLeaveAnyway: {
    title: words('Permitir "Sair mesmo assim"', 'Allow "Leave anyway"'),
    explanation: words(
      'Depois de dois minutos sem a plataforma, o atendente com atendimentos em andamento pode fechar o aplicativo mesmo assim; eles continuam na plataforma. Desativada, a opção não aparece.',
      'After two minutes without the platform an agent with attendances in progress may close the app anyway; they stay on the platform. Switched off, this is not offered.',
    ),
    form: { kind: 'switch' },
    example: false,
    isSuggestedInSamples: false,
  },
  UpdateChannel: {
    title: words('Atualizações', 'Updates'),
    explanation: words(
      'Quais versões o aplicativo busca e instala por si. Desligadas, quem instala versões novas é a empresa, e o aplicativo diz isso ao atendente.',
      'Which versions the app looks for and installs by itself. Switched off, the company installs new versions, and the app tells the agent so.',
    ),
    form: {
      kind: 'choice',
      options: {
        stable: words('Estáveis', 'Stable'),
        beta: words('De teste (beta)', 'Beta'),
        off: words('Desligadas: a empresa instala', 'Off: the company installs them'),
      },
    },
    example: 'off',
    isSuggestedInSamples: false,
  },
  StartAtLogin: {
    title: words('Abrir ao entrar no computador', 'Open when the user logs in to the computer'),
    explanation: words(
      'O aplicativo abre quando o usuário inicia a sessão no computador. Imposta, o atendente não pode mudar isso em suas preferências; sugerida, vale até que ele mesmo escolha.',
      'The app opens when its user logs in to the computer. Enforced, agents cannot change it in their preferences; suggested, it holds until they choose for themselves.',
    ),
    form: { kind: 'switch' },
    example: true,
    isSuggestedInSamples: false,
  },
  CloseToTray: {
    title: words('Ao fechar, manter na bandeja do sistema', 'Keep in the system tray when closed'),
    explanation: words(
      'Fechar a janela só a esconde na bandeja, e o atendente continua recebendo atendimentos. Onde não há bandeja, fechar encerra o aplicativo. Imposta, o atendente não pode mudar isso em suas preferências; sugerida, vale até que ele mesmo escolha.',
      'Closing the window only hides it in the tray, and the agent goes on receiving attendances. Where there is no tray, closing ends the app. Enforced, agents cannot change it in their preferences; suggested, it holds until they choose for themselves.',
    ),
    form: { kind: 'switch' },
    example: true,
    isSuggestedInSamples: true,
  },
  LogLevel: {
    title: words('Detalhe do registro', 'Detail of the log'),
    explanation: words(
      'Quanto o aplicativo escreve em seu arquivo de registro, neste computador. Senhas, acessos e palavras de clientes nunca são escritos.',
      "How much the app writes into its log file, on this computer. Passwords, tokens and customers' words are never written.",
    ),
    form: {
      kind: 'choice',
      options: {
        error: words('Somente erros', 'Errors only'),
        warn: words('Erros e avisos', 'Errors and warnings'),
        info: words('Normal', 'Normal'),
        debug: words('Tudo', 'Everything'),
      },
    },
    example: 'warn',
    isSuggestedInSamples: true,
  },
  ProxyMode: {
    title: words('Modo do proxy', 'Proxy mode'),
    explanation: words(
      'Por onde o aplicativo acessa a rede. Sem esta política, vale o proxy do sistema. Servidores fixos exigem a política do servidor; um arquivo PAC, a do seu endereço.',
      "How the app reaches the network. Without this policy it is the system's proxy. Fixed servers need the policy of the server, a PAC file that of its address.",
    ),
    form: {
      kind: 'choice',
      options: {
        system: words('Proxy do sistema', "The system's proxy"),
        direct: words('Sem proxy', 'No proxy'),
        auto_detect: words('Detectar na rede (WPAD)', 'Detect on the network (WPAD)'),
        fixed_servers: words('Servidores fixos', 'Fixed servers'),
        pac_script: words('Arquivo PAC', 'PAC file'),
      },
    },
    example: 'fixed_servers',
    isSuggestedInSamples: false,
  },
  ProxyServer: {
    title: words('Servidor proxy', 'Proxy server'),
    explanation: words(
      'Para servidores fixos: servidor e porta, ou um por esquema, como http=proxy:3128;https=proxy:3129. Sem usuário nem senha.',
      'For fixed servers: server and port, or one for each scheme, such as http=proxy:3128;https=proxy:3129. Without a user or a password.',
    ),
    form: { kind: 'text', limit: 1000 },
    example: 'proxy.empresa.example:3128',
    isSuggestedInSamples: false,
  },
  ProxyBypass: {
    title: words('Exceções do proxy', 'Proxy exceptions'),
    explanation: words(
      'Para servidores fixos: o que é acessado sem o proxy, separado por ponto e vírgula, como *.empresa.example;<local>.',
      'For fixed servers: what is reached without the proxy, separated by semicolons, such as *.company.example;<local>.',
    ),
    form: { kind: 'text', limit: 2000 },
    example: '*.empresa.example;<local>',
    isSuggestedInSamples: false,
  },
  ProxyPacUrl: {
    title: words('Endereço do arquivo PAC', 'Address of the PAC file'),
    explanation: words(
      'Para o modo de arquivo PAC: seu endereço, com http:// ou https://, sem usuário nem senha.',
      'For the mode with a PAC file: its address, with http:// or https://, without a user or a password.',
    ),
    form: { kind: 'text', limit: 1000 },
    example: 'https://proxy.empresa.example/proxy.pac',
    isSuggestedInSamples: false,
  },
};
