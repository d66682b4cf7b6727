import type { ComponentProps, ReactNode } from 'react';
import { Logo } from '../../ui/Logo';
import { LoginFooter } from './LoginFooter';
import styles from './EntryPage.module.css';

interface EntryCardProps {
  /** An `EntryTitle`. */
  readonly heading: ReactNode;
  readonly children: ReactNode;
}

/** The card in which agents get in: the mark, a heading, and what there is to fill in. */
export const EntryCard = ({ heading, children }: EntryCardProps) => (
  <div className={styles['card']}>
    <div className={styles['brand']}>
      <Logo size={24} />
      Smartspace
    </div>
    {heading}
    {children}
  </div>
);

export const EntryTitle = (props: ComponentProps<'h1'>) => <h1 {...props} className={styles['title']} />;

interface EntryPageProps extends EntryCardProps {
  readonly notice?: ReactNode;
}

/** A page with one card and nothing else, for whoever is not logged in. */
export const EntryPage = ({ notice, heading, children }: EntryPageProps) => (
  <div className={styles['page']}>
    <main className={styles['main']}>
      {/* Stands in the space above the card, so that it moves nothing when it comes after the first paint. */}
      <div className={styles['notice']}>{notice}</div>
      <EntryCard heading={heading}>{children}</EntryCard>
    </main>
    <LoginFooter />
  </div>
);
