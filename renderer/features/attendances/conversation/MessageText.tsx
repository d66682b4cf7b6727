import { shellDesktop } from '../../../desktop/shellDesktop';
import { splitIntoParts } from '../rules/messageParts';
import styles from './MessageText.module.css';

/** A message's words, with links that open outside the app. Never markup: what customers write is drawn as text. */
export const MessageText = ({ text }: { readonly text: string }) =>
  splitIntoParts(text).map((part, index) =>
    part.kind === 'text' ? (
      part.text
    ) : (
      <a
        key={index}
        href={part.href}
        title={part.href}
        rel="noreferrer"
        className={styles['link']}
        onClick={(event) => {
          event.preventDefault();
          shellDesktop.openLink({ link: part.href }).catch(reportError);
        }}
      >
        {part.text}
      </a>
    ),
  );
