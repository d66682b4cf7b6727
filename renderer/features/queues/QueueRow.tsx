import { CircleAlert } from 'lucide-react';
import type { Queue } from '../../../shared/platform/queues';
import { useProblemText } from '../../i18n/useProblemText';
import { Icon } from '../../ui/Icon';
import { Switch } from '../../ui/Switch';
import { PauseControl } from './PauseControl';
import { QueueStateLine } from './QueueStateLine';
import { useQueueCommands } from './QueueCommands';
import styles from './QueueRow.module.css';

interface QueueRowProps {
  readonly queue: Queue;
  readonly isOffline: boolean;
}

/** One queue: the switch logs in and out of it, and shows what the platform says, not what was asked for. */
export const QueueRow = ({ queue, isOffline }: QueueRowProps) => {
  const commands = useQueueCommands();
  const describe = useProblemText();
  const isBusy = commands.busy.has(queue.id);
  const problem = commands.problems.get(queue.id);
  const isLoggedIn = queue.state.kind !== 'logged-out';
  const canPause = isLoggedIn && (queue.pauseReasons.length > 0 || queue.state.kind === 'paused');
  return (
    <div role="group" aria-label={queue.name} className={styles['row']}>
      <div className={styles['what']}>
        <p className={styles['name']} aria-hidden title={queue.name}>
          {queue.name}
        </p>
        <QueueStateLine state={queue.state} />
      </div>
      {canPause && (
        <PauseControl
          queue={queue}
          isBusy={isBusy}
          isDisabled={isOffline}
          onPause={(reasonId) => commands.pause(queue.id, reasonId)}
          onResume={() => commands.resume(queue.id)}
        />
      )}
      <Switch
        label={queue.name}
        isLabelHidden
        isOn={isLoggedIn}
        isBusy={isBusy}
        isDisabled={isOffline}
        onChange={(willBeIn) => (willBeIn ? commands.enter(queue.id) : commands.leave(queue.id))}
      />
      {problem !== undefined && (
        <p role="alert" className={styles['problem']}>
          <Icon of={CircleAlert} />
          <span>
            {describe(problem).title}. {describe(problem).nextStep}
          </span>
        </p>
      )}
    </div>
  );
};
