import type { Fetch } from './fetch';

const code = 'ANSWER_TOO_LARGE';

/** The answer went on after as many bytes as are taken. */
class AnswerTooLargeError extends Error {
  readonly code = code;
}

/** Also where somebody in between has made an error of its own of it, as axios does, which hands on the code. */
export const isAnswerTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/**
 * The same fetch, whose answers fail once they are longer than `limit` bytes. What is still to come is refused at the
 * network, so nobody can fill this computer's memory or its line.
 */
export const limitAnswers =
  (fetch: Fetch, limit: number): Fetch =>
  async (input, init) => {
    const answer = await fetch(input, init);
    if (answer.body === null) return answer;
    let size = 0;
    const limited = new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        size += chunk.length;
        if (size > limit) controller.error(new AnswerTooLargeError('the answer is too large'));
        else controller.enqueue(chunk);
      },
    });
    const { status, statusText, headers } = answer;
    return new Response(answer.body.pipeThrough(limited), { status, statusText, headers });
  };
