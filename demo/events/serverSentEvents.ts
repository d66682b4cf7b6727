import { platformEventSchema, type PlatformEvent } from '../../shared/platform/events';

/** One event in the `text/event-stream` format. JSON has no line breaks, so one `data` line always does. */
export const formatEvent = (event: PlatformEvent, id: number | null): string => {
  const data = JSON.stringify(platformEventSchema.parse(event));
  return `${id === null ? '' : `id: ${String(id)}\n`}event: ${event.type}\ndata: ${data}\n\n`;
};
