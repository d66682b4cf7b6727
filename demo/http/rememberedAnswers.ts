/** An answer as it goes out, success or problem. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** What came of a command: its answer, or a key that was already used for another command. */
export type Remembered = { readonly kind: 'answer'; readonly answer: Promise<Answer> } | { readonly kind: 'mismatch' };

interface Entry {
  readonly command: string;
  readonly answer: Promise<Answer>;
}

/**
 * Answers by idempotency key, so that a command sent twice happens once. Bounded: an agent's oldest keys are forgotten.
 * A failure of the platform's own (5xx) is not remembered: the command may be tried again.
 */
export class RememberedAnswers {
  private readonly byAgent = new Map<string, Map<string, Entry>>();

  constructor(private readonly keysPerAgent = 500) {}

  /** The remembered answer to this very command, or null. */
  find(agentId: string, key: string, command: string): Remembered | null {
    const entry = this.byAgent.get(agentId)?.get(key);
    if (!entry) return null;
    return entry.command === command ? { kind: 'answer', answer: entry.answer } : { kind: 'mismatch' };
  }

  /** Remembers an answer from the moment the command starts, so that a second one meanwhile waits for the first. */
  remember(agentId: string, key: string, command: string, answer: Promise<Answer>): void {
    const entries = this.byAgent.get(agentId) ?? new Map<string, Entry>();
    this.byAgent.set(agentId, entries);
    entries.set(key, { command, answer });
    const oldest = entries.keys().next();
    if (entries.size > this.keysPerAgent && !oldest.done) entries.delete(oldest.value);
    void answer.then(({ status }) => {
      if (status >= 500) entries.delete(key);
    });
  }
}
