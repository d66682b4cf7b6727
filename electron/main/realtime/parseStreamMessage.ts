import * as z from 'zod/mini';
import { platformEventSchema, type PlatformEvent } from '../../../shared/platform/events';

/** One message of the stream as the parser of `text/event-stream` hands it over. */
export interface StreamMessage {
  readonly id?: string | undefined;
  readonly event?: string | undefined;
  readonly data: string;
}

export type ParsedMessage =
  | { readonly kind: 'event'; readonly id: number | null; readonly event: PlatformEvent }
  /** Of a later version of the platform, about something this one does not show. */
  | { readonly kind: 'unknown-type'; readonly id: number | null }
  /** About something this version shows, but not as the contract has it; `path` is where it differs. */
  | { readonly kind: 'malformed'; readonly id: number | null; readonly type: string; readonly path: string };

const knownTypes: ReadonlySet<string> = new Set(
  platformEventSchema.def.options.flatMap(({ shape }): string[] => shape.type.def.values),
);
const typedSchema = z.object({ type: z.string() });

export const parseStreamMessage = (message: StreamMessage): ParsedMessage => {
  const id = /^\d{1,15}$/.test(message.id ?? '') ? Number(message.id) : null;
  const data = parseJson(message.data);
  const typed = typedSchema.safeParse(data);
  const type = typed.success ? typed.data.type : message.event;
  // Neither the data nor the field tells a type: it may have been anything, so it counts as lost.
  if (type === undefined) return { kind: 'malformed', id, type: '', path: '' };
  if (!knownTypes.has(type)) return { kind: 'unknown-type', id };
  const parsed = platformEventSchema.safeParse(data);
  if (parsed.success) return { kind: 'event', id, event: parsed.data };
  return { kind: 'malformed', id, type, path: parsed.error.issues[0]?.path.map(String).join('.') ?? '' };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
