import type { RequestHandlers } from '../ipc/ipcServer';
import type { RendererMessenger } from '../ipc/rendererMessenger';

export interface IpcTapOptions {
  readonly handlers: RequestHandlers;
  readonly messenger: RendererMessenger;
}

type AnyHandler = (argument: unknown, sender: unknown) => unknown;

/**
 * Keeps what crosses between main and the renderer, both ways, as JSON: arguments, answers and events. Puts itself in
 * front of each handler and of the messenger.
 *
 * @returns what has crossed so far
 */
export const tapIpc = ({ handlers, messenger }: IpcTapOptions): (() => readonly string[]) => {
  const traffic: string[] = [];
  const record = (channel: string, payload: unknown) => void traffic.push(JSON.stringify([channel, payload]));

  const tap =
    (channel: string, handler: AnyHandler): AnyHandler =>
    async (argument, sender) => {
      record(channel, argument);
      const answer = await handler(argument, sender);
      record(channel, answer);
      return answer;
    };
  // Each handler goes on getting what its own channel's schema has parsed; the table's types can't follow a loop.
  const entries = Object.entries(handlers) as [string, AnyHandler][];
  Object.assign(handlers, Object.fromEntries(entries.map(([channel, handler]) => [channel, tap(channel, handler)])));

  const send = messenger.send.bind(messenger);
  messenger.send = (channel, payload) => {
    record(channel, payload);
    send(channel, payload);
  };
  return () => traffic;
};
