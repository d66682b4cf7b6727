import { classNames } from './classNames';
import styles from './Skeleton.module.css';

interface SkeletonProps {
  readonly shape?: 'line' | 'circle' | 'block';
  /** Sets width and height: a skeleton has the geometry of what will stand there. */
  readonly className?: string | undefined;
}

/** A grey place-holder. Whatever holds it says aria-busy. */
export const Skeleton = ({ shape = 'line', className }: SkeletonProps) => (
  <span className={classNames(styles['skeleton'], styles[shape], className)} aria-hidden />
);
