import type { Message } from '../../shared/platform/attendances';
import type { z } from 'zod';
import type { messagePageSchema } from '../../shared/platform/attendances';

const usualLimit = 50;

/** The newest `limit` messages below `before`, in order of sequence. */
export const pageMessages = (
  messages: readonly Message[],
  {
    before = Infinity,
    limit = usualLimit,
  }: { readonly before?: number | undefined; readonly limit?: number | undefined },
): z.infer<typeof messagePageSchema> => {
  const older = messages.filter(({ sequence }) => sequence < before);
  return { messages: older.slice(-limit), hasOlder: older.length > limit };
};
