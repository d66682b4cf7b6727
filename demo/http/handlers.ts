import type { EndpointName } from '../../shared/platform/endpoints';
import { acceptAttendance } from '../attendances/acceptAttendance';
import { finishAttendance } from '../attendances/finishAttendance';
import { markRead } from '../attendances/markRead';
import { readAttendances } from '../attendances/readAttendances';
import { readCustomerHistory } from '../attendances/readCustomerHistory';
import { readMessages } from '../attendances/readMessages';
import { rejectAttendance } from '../attendances/rejectAttendance';
import { sendMessage } from '../attendances/sendMessage';
import { beginMicrosoftSignIn } from '../auth/beginMicrosoftSignIn';
import { checkResetLink } from '../auth/checkResetLink';
import { exchangeMicrosoftToken } from '../auth/exchangeMicrosoftToken';
import { logIn } from '../auth/logIn';
import { logOut } from '../auth/logOut';
import { readLoginOptions } from '../auth/readLoginOptions';
import { refresh } from '../auth/refresh';
import { requestPasswordReset } from '../auth/requestPasswordReset';
import { resetPassword } from '../auth/resetPassword';
import { readMe } from '../profile/readMe';
import { removePhoto } from '../profile/removePhoto';
import { replacePhoto } from '../profile/replacePhoto';
import { updateMe } from '../profile/updateMe';
import { logInToQueues } from '../queues/logInToQueues';
import { logOutOfQueues } from '../queues/logOutOfQueues';
import { pauseQueue } from '../queues/pauseQueue';
import { readPresence } from '../queues/readPresence';
import { resumeQueue } from '../queues/resumeQueue';
import type { Handler } from './call';

/** What does each operation of the contract. */
export const handlers: { readonly [Name in EndpointName]: Handler<Name> } = {
  readLoginOptions,
  logIn,
  beginMicrosoftSignIn,
  exchangeMicrosoftToken,
  refresh,
  logOut,
  requestPasswordReset,
  checkResetLink,
  resetPassword,
  readMe,
  updateMe,
  replacePhoto,
  removePhoto,
  readPresence,
  logInToQueues,
  logOutOfQueues,
  pauseQueue,
  resumeQueue,
  readAttendances,
  acceptAttendance,
  rejectAttendance,
  readMessages,
  sendMessage,
  markRead,
  finishAttendance,
  readCustomerHistory,
};
