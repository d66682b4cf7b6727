import { assertNever } from '../../../shared/rules/assertNever';
import type { Problem, Result } from '../../../shared/state/problem';

/** Commands on their way and what became of them; the state of the queues themselves is the platform's to say. */
export interface CommandState {
  /** Queues with a command under way. */
  readonly busy: ReadonlySet<string>;
  /** Why the last command for a queue failed. */
  readonly problems: ReadonlyMap<string, Problem>;
  /** The command for all queues that is under way, or why the last one failed. */
  readonly bulk:
    | { readonly kind: 'idle' }
    | { readonly kind: 'entering' }
    | { readonly kind: 'leaving' }
    | { readonly kind: 'failed'; readonly problem: Problem };
}

export type CommandAction =
  | { readonly kind: 'started'; readonly queueId: string }
  | { readonly kind: 'settled'; readonly queueId: string; readonly result: Result<undefined> }
  | { readonly kind: 'bulk-started'; readonly direction: 'entering' | 'leaving'; readonly queueIds: readonly string[] }
  | { readonly kind: 'bulk-settled'; readonly queueIds: readonly string[]; readonly result: Result<undefined> }
  | { readonly kind: 'problems-read' };

export const noCommands: CommandState = { busy: new Set(), problems: new Map(), bulk: { kind: 'idle' } };

const without = <Value>(problems: ReadonlyMap<string, Value>, queueIds: readonly string[]) =>
  new Map([...problems].filter(([queueId]) => !queueIds.includes(queueId)));

/** What the commands' state is after an action. A new command clears what the last one for the same queue said. */
export const reduceCommands = (state: CommandState, action: CommandAction): CommandState => {
  switch (action.kind) {
    case 'started':
      return {
        ...state,
        busy: new Set([...state.busy, action.queueId]),
        problems: without(state.problems, [action.queueId]),
      };
    case 'settled': {
      const problems = without(state.problems, [action.queueId]);
      if (!action.result.ok) problems.set(action.queueId, action.result.problem);
      return { ...state, busy: new Set([...state.busy].filter((id) => id !== action.queueId)), problems };
    }
    case 'bulk-started':
      return {
        busy: new Set([...state.busy, ...action.queueIds]),
        problems: without(state.problems, action.queueIds),
        bulk: { kind: action.direction },
      };
    case 'bulk-settled':
      return {
        ...state,
        busy: new Set([...state.busy].filter((id) => !action.queueIds.includes(id))),
        bulk: action.result.ok ? { kind: 'idle' } : { kind: 'failed', problem: action.result.problem },
      };
    case 'problems-read':
      return { ...state, problems: new Map(), bulk: state.bulk.kind === 'failed' ? { kind: 'idle' } : state.bulk };
    default:
      return assertNever(action);
  }
};
