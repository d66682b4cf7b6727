import { useEffect, useRef, type ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import { Icon } from './Icon';
import styles from './Notice.module.css';

interface DangerNoticeProps {
  readonly title: string;
  readonly nextStep: string;
  readonly action?: ReactNode;
}

/** Something went wrong, and what to do about it. Announced at once, and brought into view where there is no room. */
export const DangerNotice = ({ title, nextStep, action }: DangerNoticeProps) => {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    notice.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={notice} role="alert" className={styles['danger']}>
      <Icon of={CircleAlert} className={styles['icon']} />
      <div className={styles['text']}>
        <p className={styles['title']}>{title}</p>
        <p>{nextStep}</p>
        {action}
      </div>
    </div>
  );
};
