import { requests } from '../../../shared/ipc/contract';
import type { RequestChannel } from '../../../shared/ipc/contract';

/** A message was refused at the door. Names the channel and where in the argument, never what was in it. */
export class RefusedMessageError extends Error {
  override readonly name = 'RefusedMessageError';

  constructor(channel: string, where: string) {
    super(`${channel} refused: ${where}`);
  }
}

/** The argument in the contract's shape, or a `RefusedMessageError` with the path of the first thing wrong in it. */
export const parseArgument = (channel: RequestChannel, argument: unknown): unknown => {
  const parsed = requests[channel].argument.safeParse(argument);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new RefusedMessageError(channel, path === '' ? 'the argument' : path);
};
