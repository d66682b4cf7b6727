import { classNames } from './classNames';
import styles from './Avatar.module.css';

interface AvatarProps {
  readonly name: string;
  /** A data URL, or null: the initials show. */
  readonly photo?: string | null;
  /** Edge length in pixels. */
  readonly size?: 24 | 32 | 40 | 80;
}

/** "Maria da Souza" → "MS": the first letters of the first and the last word. */
export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase();
};

/** A person's photo or initials, beside the name: hidden from screen readers. */
export const Avatar = ({ name, photo = null, size = 32 }: AvatarProps) => (
  <span className={classNames(styles['avatar'], styles[`size${size}`])} aria-hidden>
    {photo === null ? initialsOf(name) : <img src={photo} alt="" className={styles['photo']} />}
  </span>
);
