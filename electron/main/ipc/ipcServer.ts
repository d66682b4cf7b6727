import { ipcMain } from 'electron';
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { requests } from '../../../shared/ipc/contract';
import type { RequestAnswer, RequestArgument, RequestChannel } from '../../../shared/ipc/contract';
import type { Logger } from '../logging/logger';
import { RefusedMessageError, parseArgument } from './parseArgument';
import { isTrustedSender } from './senderCheck';

/** One function for every channel of the contract; none can be forgotten. */
export type RequestHandlers = {
  readonly [Channel in RequestChannel]: (
    argument: RequestArgument<Channel>,
    sender: WebContents,
  ) => Answer<RequestAnswer<Channel>>;
};

/** A handler of a channel with nothing to answer may return nothing. */
type Answer<Value> = [Value] extends [undefined] ? Promise<void> | void : Promise<Value> | Value;

export interface IpcServerOptions {
  readonly handlers: RequestHandlers;
  readonly logger: Logger;
  readonly ownContentsIds: ReadonlySet<number>;
}

const senderOf = (event: IpcMainInvokeEvent) => ({
  contentsId: event.sender.id,
  frame:
    event.senderFrame === null
      ? null
      : { url: event.senderFrame.url, isTop: event.senderFrame === event.sender.mainFrame },
});

/** Answers every channel of the contract: checks who asks, then what, then hands it on. */
export const serveRequests = ({ handlers, logger, ownContentsIds }: IpcServerOptions): void => {
  const serve = <Channel extends RequestChannel>(channel: Channel) => {
    ipcMain.handle(channel, async (event, ...message: readonly unknown[]): Promise<unknown> => {
      try {
        if (!isTrustedSender(senderOf(event), ownContentsIds)) throw new RefusedMessageError(channel, 'the sender');
        if (message.length > 1) throw new RefusedMessageError(channel, 'more than one argument');
        // The schema of this very channel made it: only the compiler can't follow the pairing through the table.
        const argument = parseArgument(channel, message[0]) as RequestArgument<Channel>;
        return await handlers[channel](argument, event.sender);
      } catch (error) {
        if (error instanceof RefusedMessageError) logger.warn('message refused', { reason: error.message });
        else logger.error('handler failed', { channel, name: error instanceof Error ? error.name : typeof error });
        // Electron sends an error's message on to the renderer: it must not carry what a service had in its own.
        throw error instanceof RefusedMessageError ? error : new Error(`${channel} failed`);
      }
    });
  };
  for (const channel of Object.keys(requests) as RequestChannel[]) serve(channel);
};
