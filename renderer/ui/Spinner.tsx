import styles from './Spinner.module.css';

/** Something is under way. Decoration only: whatever waits also says so in words or by aria-busy. */
export const Spinner = () => (
  <svg className={styles['spinner']} width="16" height="16" viewBox="0 0 16 16" aria-hidden focusable={false}>
    <circle className={styles['track']} cx="8" cy="8" r="6" />
    <path d="M8 2a6 6 0 0 1 6 6" />
  </svg>
);
