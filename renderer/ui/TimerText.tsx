import { formatDuration } from '../../shared/rules/clock';
import { classNames } from './classNames';
import styles from './TimerText.module.css';

interface TimerTextProps {
  readonly seconds: number;
  readonly tone?: 'normal' | 'muted' | 'positive' | 'warning' | 'danger';
  /** The accessible name; without it the text around the timer has to say what it counts. */
  readonly label?: string;
}

/** A running time, "02:14:09", in digits of one width. Role timer: not announced at every second. */
export const TimerText = ({ seconds, tone = 'normal', label }: TimerTextProps) => (
  <span role="timer" aria-label={label} className={classNames(styles['timer'], styles[tone])}>
    {formatDuration(seconds)}
  </span>
);
