import { z } from 'zod';
import { messageSchema } from '../../shared/platform/attendances';
import type { FaultsRequest } from '../../demo/control/faultRules';

/** As much of `GET /state` as the specs look at. */
const stateSchema = z.object({
  sessions: z.array(z.object({ id: z.string(), agentId: z.string(), email: z.string() })),
  queueLogins: z.array(
    z.object({ email: z.string(), queueId: z.string(), state: z.string(), reasonName: z.string().nullable() }),
  ),
  attendances: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      agentId: z.string().nullable(),
      dispositionId: z.string().nullable(),
    }),
  ),
  messages: z.array(messageSchema),
  streams: z.array(z.unknown()),
});

export type PlatformState = z.infer<typeof stateSchema>;

/** Plays the world through the demo's control API: customers, faults, the clock; and reads the platform's truth. */
export class Control {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async state(): Promise<PlatformState> {
    return stateSchema.parse(await this.#ask('GET', '/state'));
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
