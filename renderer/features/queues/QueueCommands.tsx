import { createContext, useContext, useMemo, useReducer, type ReactNode } from 'react';
import type { Result } from '../../../shared/state/problem';
import { shellDesktop } from '../../desktop/shellDesktop';
import { noCommands, reduceCommands, type CommandState } from './commandState';

/** The verbs an agent has for queues, and how they fare. Nothing here changes a queue's state: the platform does. */
export interface QueueCommands extends CommandState {
  readonly enter: (queueId: string) => void;
  readonly leave: (queueId: string) => void;
  readonly enterAll: (queueIds: readonly string[]) => void;
  readonly leaveAll: (queueIds: readonly string[]) => void;
  readonly pause: (queueId: string, reasonId: string) => void;
  readonly resume: (queueId: string) => void;
  /** Forgets the failures that have been on the screen. */
  readonly forgetProblems: () => void;
}

const Context = createContext<QueueCommands | null>(null);

/** Holds the commands above everything that gives them, so that closing a panel loses none. */
export const QueueCommandsProvider = ({ children }: { readonly children: ReactNode }) => {
  const [state, dispatch] = useReducer(reduceCommands, noCommands);

  const verbs = useMemo(() => {
    const settle = (answer: Promise<Result<undefined>>, tell: (result: Result<undefined>) => void) => {
      answer.then(tell, (error: unknown) => {
        reportError(error);
        tell({ ok: false, problem: { kind: 'unexpected', incident: 'queues' } });
      });
    };
    const run = (queueId: string, answer: Promise<Result<undefined>>) => {
      dispatch({ kind: 'started', queueId });
      settle(answer, (result) => dispatch({ kind: 'settled', queueId, result }));
    };
    const runAll = (
      direction: 'entering' | 'leaving',
      queueIds: readonly string[],
      command: (argument: { queueIds: string[] }) => Promise<Result<undefined>>,
    ) => {
      if (queueIds.length === 0) return;
      dispatch({ kind: 'bulk-started', direction, queueIds });
      settle(command({ queueIds: [...queueIds] }), (result) => dispatch({ kind: 'bulk-settled', queueIds, result }));
    };
    return {
      enter: (queueId: string) => run(queueId, shellDesktop.logInToQueues({ queueIds: [queueId] })),
      leave: (queueId: string) => run(queueId, shellDesktop.logOutOfQueues({ queueIds: [queueId] })),
      enterAll: (queueIds: readonly string[]) => runAll('entering', queueIds, shellDesktop.logInToQueues),
      leaveAll: (queueIds: readonly string[]) => runAll('leaving', queueIds, shellDesktop.logOutOfQueues),
      pause: (queueId: string, reasonId: string) => run(queueId, shellDesktop.pauseQueue({ queueId, reasonId })),
      resume: (queueId: string) => run(queueId, shellDesktop.resumeQueue({ queueId })),
      forgetProblems: () => dispatch({ kind: 'problems-read' }),
    };
  }, []);

  const commands = useMemo(() => ({ ...state, ...verbs }), [state, verbs]);
  return <Context.Provider value={commands}>{children}</Context.Provider>;
};

/** The queue commands of the shell around. */
export const useQueueCommands = (): QueueCommands => {
  const commands = useContext(Context);
  if (commands === null) throw new Error('QueueCommandsProvider is missing above');
  return commands;
};
