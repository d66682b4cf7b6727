import { clipboard } from 'electron';
import type { LoginRules } from '../../../shared/state/loginRules';
import type { AboutApp } from '../../../shared/state/policy';
import type { LoginQuestions } from '../auth/loginQuestions';
import type { PasswordLinkService } from '../deepLinks/passwordLinkService';
import type { LeaveOutcome } from '../lifecycle/lifecycleService';
import type { AttendanceService } from '../attendances/attendanceService';
import type { DraftService } from '../drafts/draftService';
import type { QueueService } from '../queues/queueService';
import type { MicrosoftLogin } from '../session/microsoftLogin';
import type { SessionService } from '../session/sessionService';
import type { SettingsService } from '../settings/settingsService';
import type { UpdateService } from '../updates/updateService';
import type { Logger } from '../logging/logger';
import type { RequestHandlers } from './ipcServer';
import type { MirroredStates } from './mirrors';

/** What the channels lead to. */
export interface HandlerOptions {
  readonly version: string;
  readonly loginRules: LoginRules;
  readonly readAbout: () => AboutApp;
  readonly states: MirroredStates;
  readonly session: SessionService;
  readonly microsoftLogin: MicrosoftLogin;
  readonly loginQuestions: LoginQuestions;
  readonly passwordLinks: PasswordLinkService;
  readonly settings: SettingsService;
  readonly queues: QueueService;
  readonly attendances: AttendanceService;
  readonly drafts: DraftService;
  readonly updates: UpdateService;
  readonly logger: Logger;
  readonly markRendererReady: () => void;
  /** Whether the agent is to be told that the page was loaded anew; true once. */
  readonly takeReloadNotice: () => boolean;
  readonly recoverInterface: () => void;
  readonly retryConnection: () => void;
  readonly signOut: () => Promise<LeaveOutcome>;
  readonly leaveAnyway: () => Promise<LeaveOutcome>;
  readonly tellBlockShown: () => void;
  readonly openLink: (link: string) => Promise<boolean>;
}

/** Hands each request to the service that owns the matter. */
export const createHandlers = (options: HandlerOptions): RequestHandlers => {
  const { states, session, microsoftLogin, loginQuestions, passwordLinks, settings, queues, attendances } = options;
  const { drafts, updates, logger } = options;
  return {
    'app:ready': () => {
      // After this answer is on its way: it is older than what has been waiting.
      setImmediate(options.markRendererReady);
      return {
        version: options.version,
        session: states.session.value,
        connection: states.connection.value,
        clockOffset: states.clockOffset.value,
        settings: states.settings.value,
        loginRules: options.loginRules,
        passwordLink: states.passwordLink.value,
      };
    },
    'app:report-defect': ({ name, stack }) => {
      logger.error('defect in the interface', { name, stack });
    },
    'app:recover': options.recoverInterface,
    'leaving:tell-shown': options.tellBlockShown,
    'session:sign-in': (credentials) => session.signIn(credentials),
    'session:read-login-options': ({ email }) => loginQuestions.readOptions(email),
    'session:sign-in-with-microsoft': ({ email, place }) => microsoftLogin.signIn(email, place),
    'session:cancel-microsoft': () => {
      microsoftLogin.cancel();
    },
    'session:sign-out': options.signOut,
    'password:request-link': ({ email }) => loginQuestions.requestPasswordLink(email),
    'password:open-link': () => {
      passwordLinks.open();
    },
    'password:dismiss-link': () => {
      passwordLinks.dismiss();
    },
    'password:save': ({ password }) => passwordLinks.save(password),
    'leaving:leave-anyway': options.leaveAnyway,
    'connection:retry': options.retryConnection,
    'settings:change': (change) => settings.change(change),
    'shell:ready': () => ({
      presence: states.presence.value,
      attendances: states.attendances.value,
      conversation: states.conversation.value,
      drafts: drafts.list(),
      wasReloaded: options.takeReloadNotice(),
      update: states.update.value,
    }),
    'profile:change-name': ({ name }) => session.changeName(name),
    'profile:change-photo': ({ photo }) => session.changePhoto(photo),
    'queues:log-in': ({ queueIds }) => queues.logIn(queueIds),
    'queues:log-out': ({ queueIds }) => queues.logOut(queueIds),
    'queues:pause': ({ queueId, reasonId }) => queues.pause(queueId, reasonId),
    'queues:resume': ({ queueId }) => queues.resume(queueId),
    'attendances:accept': ({ attendanceId }) => attendances.accept(attendanceId),
    'attendances:reject': ({ attendanceId }) => attendances.reject(attendanceId),
    'attendances:open': ({ attendanceId }) => {
      attendances.open(attendanceId);
    },
    'attendances:load-older': async ({ attendanceId }) => {
      await attendances.loadOlder(attendanceId);
    },
    'attendances:send-message': ({ attendanceId, clientMessageId, text }) => {
      attendances.sendMessage(attendanceId, clientMessageId, text);
    },
    'attendances:discard-message': ({ attendanceId, clientMessageId }) => {
      attendances.discardMessage(attendanceId, clientMessageId);
    },
    'drafts:write': (draft) => {
      drafts.write(draft);
    },
    'attendances:finish': ({ attendanceId, dispositionId }) => attendances.finish(attendanceId, dispositionId),
    'attendances:read-customer-history': ({ customerId }) => attendances.readCustomerHistory(customerId),
    'updates:check': () => updates.check(),
    'updates:download': () => updates.download(),
    'updates:install': () => updates.install(),
    'updates:postpone': () => {
      updates.postpone();
    },
    'shell:copy-text': async ({ text }) => {
      // A promise from Electron 44 on, nothing before.
      await clipboard.writeText(text);
    },
    'shell:read-about': options.readAbout,
    'shell:open-link': ({ link }) => options.openLink(link),
  };
};
