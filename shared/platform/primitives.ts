import * as z from 'zod/mini';

/** An identifier made by the platform: opaque, short, safe in a path segment. */
export const identifierSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** A point in time by the platform's clock, ISO 8601 with a zone ("2026-11-22T12:40:00.000Z"). */
export const instantSchema = z.iso.datetime({ offset: true });

export const emailSchema = z.email().check(z.maxLength(254));

/** The channels a queue can serve. */
export const channelSchema = z.enum(['whatsapp', 'webchat', 'email', 'voice']);

/** A command made by the client carries one of these; sent twice, it happens once. Header `Idempotency-Key`. */
export const commandIdSchema = z.string().check(z.regex(/^[A-Za-z0-9-]{8,64}$/));

export type Channel = z.infer<typeof channelSchema>;
