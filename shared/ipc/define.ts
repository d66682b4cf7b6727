import type * as z from 'zod/mini';

export type Schema<Output = unknown> = z.ZodMiniType<Output>;

/** A request from a renderer to main: one argument, one answer. */
export interface RequestDefinition {
  readonly argument: Schema;
  readonly answer: Schema;
}

export type RequestMap = Readonly<Record<`${string}:${string}`, RequestDefinition>>;

/** Events from main to a renderer, each with the schema of its payload. */
export type EventMap = Readonly<Record<`${string}:${string}`, Schema>>;

export const defineRequests = <const Map extends RequestMap>(map: Map): Map => map;
export const defineEvents = <const Map extends EventMap>(map: Map): Map => map;
