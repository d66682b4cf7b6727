import type * as z from 'zod/mini';
import { appEvents, appRequests } from './app';
import { shellEvents, shellRequests } from './shell';

/** Every channel between main and a renderer. */
export const requests = { ...appRequests, ...shellRequests };
export const events = { ...appEvents, ...shellEvents };

export type Requests = typeof requests;
export type Events = typeof events;
export type RequestChannel = keyof Requests;
export type EventChannel = keyof Events;

export type RequestArgument<Channel extends RequestChannel> = z.output<Requests[Channel]['argument']>;
export type RequestAnswer<Channel extends RequestChannel> = z.output<Requests[Channel]['answer']>;
export type EventPayload<Channel extends EventChannel> = z.output<Events[Channel]>;
