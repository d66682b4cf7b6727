import type { Attendance } from '../../../../shared/platform/attendances';
import { elapsedSeconds } from '../../../../shared/rules/clock';

/** How long a customer may wait for an answer before the timer turns amber, and then red, in seconds. */
export const answerLimits = { late: 3 * 60, overdue: 6 * 60 } as const;

export type AnswerUrgency = 'on-time' | 'late' | 'overdue';

export interface AnswerWait {
  /** Since the last message, whoever wrote it. */
  readonly seconds: number;
  /** Only a customer's message waits for an answer: after the agent's own it is always `on-time`. */
  readonly urgency: AnswerUrgency;
}

/**
 * How long the conversation has been silent, and whether the customer waits too long; null before its first message.
 *
 * @param localNow this computer's clock, in milliseconds since 1970
 * @param clockOffset what to add to this computer's clock to get the platform's, in milliseconds
 */
export const readAnswerWait = (
  lastMessage: Attendance['lastMessage'],
  localNow: number,
  clockOffset: number,
): AnswerWait | null => {
  if (lastMessage === null) return null;
  const seconds = elapsedSeconds(lastMessage.at, localNow, clockOffset);
  if (lastMessage.direction !== 'from-customer' || seconds < answerLimits.late) return { seconds, urgency: 'on-time' };
  return { seconds, urgency: seconds < answerLimits.overdue ? 'late' : 'overdue' };
};
