import type { Handler } from '../http/call';

export const refresh: Handler<'refresh'> = ({ sessions }, { body }) => sessions.refresh(body.refreshToken);
