import type { Problem } from '../../shared/state/problem';
import { DesktopAnswerError } from './parsing';

/** The problem to show when a verb threw instead of answering. */
export const problemFromError = (error: unknown): Problem =>
  error instanceof DesktopAnswerError
    ? { kind: 'answer-not-understood', detail: `${error.channel} ${error.path}`.trim() }
    : { kind: 'unexpected', incident: error instanceof Error ? error.name : typeof error };
