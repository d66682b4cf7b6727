import type { Handler } from '../http/call';

export const beginMicrosoftSignIn: Handler<'beginMicrosoftSignIn'> = ({ microsoft }) => ({ nonce: microsoft.begin() });
