import { z } from 'zod';
import type { PlatformProblem } from '../../shared/platform/problems';
import type { PacedClock } from '../base/clock';
import { second } from '../base/instants';
import { ProblemError } from './problemError';
import { commonProblems, problemStatus, retryInstant } from './problemStatus';
import type { Answer } from './rememberedAnswers';

type Times = Pick<PacedClock, 'now' | 'timeScale'>;

/** A problem as it goes out. `Retry-After` counts seconds as they pass for the client, whatever the platform's clock. */
export const answerProblem = (problem: PlatformProblem, clock: Times): Answer => {
  const retryAt = retryInstant(problem);
  if (retryAt === null) return { status: problemStatus[problem.code], body: problem, headers: {} };
  const seconds = (Date.parse(retryAt) - clock.now()) / clock.timeScale / second;
  const headers = { 'retry-after': String(Math.max(1, Math.ceil(seconds))) };
  return { status: problemStatus[problem.code], body: problem, headers };
};

/** Where the first mistake of a parsed value is: `body.queueIds.0`. */
export const firstIssuePath = (part: string, error: z.core.$ZodError): string =>
  [part, ...(error.issues[0]?.path ?? [])].map(String).join('.');

/** Tells the developer on stderr of a mistake of the platform's own, without anything a customer wrote. */
const reportDefect = (operation: string, error: unknown): void => {
  const detail =
    error instanceof z.core.$ZodError
      ? `the answer does not fit the contract at ${firstIssuePath('answer', error)}`
      : error instanceof Error
        ? error.stack
        : typeof error;
  process.stderr.write(`${operation}: ${detail ?? 'unknown error'}\n`);
};

/** What an operation threw, as an answer. A problem that its contract does not list is a defect. */
export const answerError = (
  error: unknown,
  operation: string,
  listed: readonly PlatformProblem['code'][],
  clock: Times,
): Answer => {
  if (error instanceof ProblemError) {
    const { problem } = error;
    if (listed.includes(problem.code) || commonProblems.includes(problem.code)) return answerProblem(problem, clock);
    reportDefect(operation, new Error(`answers ${problem.code}, which its contract does not list`));
  } else {
    reportDefect(operation, error);
  }
  return answerProblem({ code: 'internal' }, clock);
};
