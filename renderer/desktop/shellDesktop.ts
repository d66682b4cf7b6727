import { shellEvents as events, shellRequests as requests } from '../../shared/ipc/shell';
import { ask, askWith, listen } from './parsing';

/** The verbs and events of the shell and its modules. Every verb may throw a `DesktopAnswerError`. */
export const shellDesktop = {
  tellShellReady: ask('shell:ready', requests['shell:ready'], () => window.desktop.tellShellReady()),
  signOut: ask('session:sign-out', requests['session:sign-out'], () => window.desktop.signOut()),
  leaveAnyway: ask('leaving:leave-anyway', requests['leaving:leave-anyway'], () => window.desktop.leaveAnyway()),
  changeName: askWith('profile:change-name', requests['profile:change-name'], (argument) =>
    window.desktop.changeName(argument),
  ),
  changePhoto: askWith('profile:change-photo', requests['profile:change-photo'], (argument) =>
    window.desktop.changePhoto(argument),
  ),
  logInToQueues: askWith('queues:log-in', requests['queues:log-in'], (argument) =>
    window.desktop.logInToQueues(argument),
  ),
  logOutOfQueues: askWith('queues:log-out', requests['queues:log-out'], (argument) =>
    window.desktop.logOutOfQueues(argument),
  ),
  pauseQueue: askWith('queues:pause', requests['queues:pause'], (argument) => window.desktop.pauseQueue(argument)),
  resumeQueue: askWith('queues:resume', requests['queues:resume'], (argument) => window.desktop.resumeQueue(argument)),
  acceptAttendance: askWith('attendances:accept', requests['attendances:accept'], (argument) =>
    window.desktop.acceptAttendance(argument),
  ),
  rejectAttendance: askWith('attendances:reject', requests['attendances:reject'], (argument) =>
    window.desktop.rejectAttendance(argument),
  ),
  openAttendance: askWith('attendances:open', requests['attendances:open'], (argument) =>
    window.desktop.openAttendance(argument),
  ),
  loadOlderMessages: askWith('attendances:load-older', requests['attendances:load-older'], (argument) =>
    window.desktop.loadOlderMessages(argument),
  ),
  sendMessage: askWith('attendances:send-message', requests['attendances:send-message'], (argument) =>
    window.desktop.sendMessage(argument),
  ),
  discardMessage: askWith('attendances:discard-message', requests['attendances:discard-message'], (argument) =>
    window.desktop.discardMessage(argument),
  ),
  writeDraft: askWith('drafts:write', requests['drafts:write'], (argument) => window.desktop.writeDraft(argument)),
  finishAttendance: askWith('attendances:finish', requests['attendances:finish'], (argument) =>
    window.desktop.finishAttendance(argument),
  ),
  readCustomerHistory: askWith(
    'attendances:read-customer-history',
    requests['attendances:read-customer-history'],
    (argument) => window.desktop.readCustomerHistory(argument),
  ),
  checkForUpdates: ask('updates:check', requests['updates:check'], () => window.desktop.checkForUpdates()),
  downloadUpdate: ask('updates:download', requests['updates:download'], () => window.desktop.downloadUpdate()),
  installUpdate: ask('updates:install', requests['updates:install'], () => window.desktop.installUpdate()),
  postponeUpdate: ask('updates:postpone', requests['updates:postpone'], () => window.desktop.postponeUpdate()),
  copyText: askWith('shell:copy-text', requests['shell:copy-text'], (argument) => window.desktop.copyText(argument)),
  readAbout: ask('shell:read-about', requests['shell:read-about'], () => window.desktop.readAbout()),
  openLink: askWith('shell:open-link', requests['shell:open-link'], (argument) => window.desktop.openLink(argument)),

  onPresenceChanged: listen('presence:changed', events['presence:changed'], (listener) =>
    window.desktop.onPresenceChanged(listener),
  ),
  onAttendancesChanged: listen('attendances:changed', events['attendances:changed'], (listener) =>
    window.desktop.onAttendancesChanged(listener),
  ),
  onConversationChanged: listen(
    'attendances:conversation-changed',
    events['attendances:conversation-changed'],
    (listener) => window.desktop.onConversationChanged(listener),
  ),
  onDraftsRestored: listen('drafts:restored', events['drafts:restored'], (listener) =>
    window.desktop.onDraftsRestored(listener),
  ),
  onUpdateChanged: listen('updates:changed', events['updates:changed'], (listener) =>
    window.desktop.onUpdateChanged(listener),
  ),
} as const;
