import type { Schema } from '../../shared/ipc/define';

/** Main answered, or sent, something the contract does not know. Names the channel and the path in it, never content. */
export class DesktopAnswerError extends Error {
  override readonly name = 'DesktopAnswerError';

  constructor(
    readonly channel: string,
    readonly path: string,
  ) {
    super(`${channel}: not understood at "${path}"`);
  }
}

/** @throws DesktopAnswerError where the value does not fit */
const parse = <Output>(channel: string, schema: Schema<Output>, value: unknown): Output => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new DesktopAnswerError(channel, parsed.error.issues[0]?.path.map(String).join('.') ?? '');
};

/** A verb without an argument: asks main and parses the answer. It throws a DesktopAnswerError where that does not fit. */
export const ask =
  <Answer>(
    channel: string,
    { answer }: { readonly answer: Schema<Answer> },
    call: () => Promise<unknown>,
  ): (() => Promise<Answer>) =>
  async () =>
    parse(channel, answer, await call());

/** The same for a verb with an argument. */
export const askWith =
  <Argument, Answer>(
    channel: string,
    { answer }: { readonly argument: Schema<Argument>; readonly answer: Schema<Answer> },
    call: (argument: Argument) => Promise<unknown>,
  ): ((argument: Argument) => Promise<Answer>) =>
  async (argument) =>
    parse(channel, answer, await call(argument));

type Subscribe = (listener: (payload: unknown) => void) => () => void;

/**
 * A subscription to an event, which returns the way out. A payload that does not fit is dropped and reported as a
 * defect.
 */
export const listen =
  <Payload>(channel: string, schema: Schema<Payload>, subscribe: Subscribe) =>
  (listener: (payload: Payload) => void): (() => void) =>
    subscribe((value) => {
      let payload: Payload;
      try {
        payload = parse(channel, schema, value);
      } catch (error) {
        reportError(error);
        return;
      }
      listener(payload);
    });
