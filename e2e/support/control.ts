import { expect } from 'playwright/test';
import { z } from 'zod';
import { messageSchema } from '../../shared/platform/attendances';
import { channelSchema, instantSchema } from '../../shared/platform/primitives';
import type { FaultsRequest } from '../../demo/control/faultRules';

/** As much of `GET /state` as the specs look at. */
const stateSchema = z.object({
  /** By the platform's clock. */
  time: instantSchema,
  agents: z.array(
    z.object({
      email: z.string(),
      name: z.string(),
      /** Whether the platform counts the agent as there. */
      isConnected: z.boolean(),
      hasStream: z.boolean(),
    }),
  ),
  sessions: z.array(z.object({ id: z.string(), agentId: z.string(), email: z.string() })),
  queueLogins: z.array(
    z.object({
      email: z.string(),
      queueId: z.string(),
      state: z.string(),
      since: instantSchema,
      reasonName: z.string().nullable(),
    }),
  ),
  attendances: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      agentId: z.string().nullable(),
      channel: channelSchema,
      customerName: z.string(),
      startedAt: z.nullable(instantSchema),
      dispositionId: z.string().nullable(),
      /** How many of the customer's messages the agent has not read. */
      unread: z.number(),
    }),
  ),
  messages: z.array(messageSchema),
  streams: z.array(z.unknown()),
});

export type PlatformState = z.infer<typeof stateSchema>;
export type PlatformAttendance = PlatformState['attendances'][number];

/** How many times as fast the platform's clock runs while it is being moved forward. */
const hurriedScale = 20_000;

/** Plays the world through the demo's control API: customers, faults, the clock; and reads the platform's truth. */
export class Control {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async state(): Promise<PlatformState> {
    return stateSchema.parse(await this.#ask('GET', '/state'));
  }

  /** One attendance as the platform has it. */
  async attendance(attendanceId: string): Promise<PlatformAttendance> {
    const found = (await this.state()).attendances.find(({ id }) => id === attendanceId);
    if (found === undefined) throw new Error('The platform has no such attendance');
    return found;
  }

  /** What the agent has written in an attendance, as the customer got it. */
  async agentsWords(attendanceId: string): Promise<readonly string[]> {
    const { messages } = await this.state();
    return messages
      .filter((message) => message.attendanceId === attendanceId && message.direction === 'from-agent')
      .map(({ text }) => text);
  }

  /** A customer arrives. Answers with the attendance's id. */
  async arrive(queueId: string, customerId: string, text = 'Olá, preciso de ajuda'): Promise<string> {
    return z.object({ id: z.string() }).parse(await this.#ask('POST', '/attendances', { queueId, customerId, text }))
      .id;
  }

  /** The customer of an attendance writes. */
  async write(attendanceId: string, text: string): Promise<void> {
    await this.#ask('POST', `/attendances/${attendanceId}/messages`, { text });
  }

  async revoke(sessionId: string): Promise<void> {
    await this.#ask('POST', `/sessions/${sessionId}/revoke`);
  }

  async faults(faults: Partial<Record<keyof FaultsRequest, unknown>>): Promise<void> {
    await this.#ask('POST', '/faults', faults);
  }

  async timeScale(timeScale: number): Promise<void> {
    await this.#ask('POST', '/clock', { timeScale });
  }

  /** Moves the platform's clock forward by at least so many milliseconds; afterwards it runs at its usual pace. */
  async advance(milliseconds: number): Promise<void> {
    const readTime = async () => Date.parse((await this.state()).time);
    const goal = (await readTime()) + milliseconds;
    await this.timeScale(hurriedScale);
    await expect.poll(readTime, { intervals: [50] }).toBeGreaterThanOrEqual(goal);
    await this.timeScale(1);
  }

  async #ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(`${this.#url}${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${String(answer.status)}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}
