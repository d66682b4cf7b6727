import type { PlatformProblem } from '../../shared/platform/problems';

/** Thrown by a handler to answer with a problem of the contract. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly problem: PlatformProblem) {
    super(problem.code);
  }
}

/** Refuses a request because of what stands at `path` in it, for instance `body.queueIds.0`. */
export const invalidRequest = (path: string): ProblemError => new ProblemError({ code: 'invalid-request', path });

export const notFound = (): ProblemError => new ProblemError({ code: 'not-found' });
