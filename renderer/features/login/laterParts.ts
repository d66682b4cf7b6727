/** What few logins show, in one file of its own: loaded when one does. */
export { MicrosoftProblem } from '../microsoft/MicrosoftProblem';
export { MicrosoftWaiting } from '../microsoft/MicrosoftWaiting';
export { ForgotForm } from '../password/ForgotForm';
export { PasswordLinkView } from '../password/PasswordLinkView';
