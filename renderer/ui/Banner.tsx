import type { ReactNode } from 'react';
import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames } from './classNames';
import { Icon } from './Icon';
import { IconButton } from './IconButton';
import styles from './Banner.module.css';

interface BannerProps {
  readonly tone: 'info' | 'warning' | 'danger';
  /** One short sentence. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
  readonly onDismiss?: () => void;
  /** False where the place it appears in announces what comes and goes there. */
  readonly isAnnounced?: boolean;
}

const icons = { info: Info, warning: TriangleAlert, danger: CircleAlert } as const;

/** A line above the content about the state of things. Announced when it appears: politely, or at once if it is danger. */
export const Banner = ({ tone, children, action, onDismiss, isAnnounced = true }: BannerProps) => {
  const { t } = useTranslation('common');
  return (
    <div
      role={isAnnounced ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      className={classNames(styles['banner'], styles[tone])}
    >
      <Icon of={icons[tone]} className={styles['icon']} />
      <div className={styles['text']}>{children}</div>
      {action}
      {onDismiss && <IconButton label={t('close')} icon={X} size="small" onClick={onDismiss} />}
    </div>
  );
};
