import type { z } from 'zod';

/** A request from a renderer to main: one argument, one answer. */
export interface RequestDefinition {
  readonly argument: z.ZodType;
  readonly answer: z.ZodType;
}

export type RequestMap = Readonly<Record<`${string}:${string}`, RequestDefinition>>;

/** Events from main to a renderer, each with the schema of its payload. */
export type EventMap = Readonly<Record<`${string}:${string}`, z.ZodType>>;

export const defineRequests = <const Map extends RequestMap>(map: Map): Map => map;
export const defineEvents = <const Map extends EventMap>(map: Map): Map => map;
