import { useEffect, useRef, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/classNames';
import { IconButton } from '../../../ui/IconButton';
import styles from './InformationPanel.module.css';

interface InformationPanelProps {
  readonly children: ReactNode;
  /** Fixed at the foot of the panel. */
  readonly actions: ReactNode;
  /** Set where the panel lies over the conversation, because there is no room for a third column. */
  readonly onClose: (() => void) | null;
}

/** The third column: what is known of the attendance and its customer. */
export const InformationPanel = ({ children, actions, onClose }: InformationPanelProps) => {
  const { t } = useTranslation('attendances');
  const { t: tCommon } = useTranslation('common');
  const panel = useRef<HTMLElement>(null);
  const isDrawer = onClose !== null;

  useEffect(() => {
    if (!isDrawer) return;
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      // Gone with the panel, unless the agent has gone on to something else.
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    };
  }, [isDrawer]);

  return (
    <aside
      ref={panel}
      aria-label={t('information.title')}
      tabIndex={-1}
      className={classNames(styles['panel'], isDrawer && styles['drawer'])}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose?.();
      }}
    >
      <div className={styles['header']}>
        <h2 className={styles['title']}>{t('information.title')}</h2>
        {onClose !== null && <IconButton label={tCommon('close')} icon={X} size="small" onClick={onClose} />}
      </div>
      <div className={styles['content']}>{children}</div>
      {actions !== null && <div className={styles['actions']}>{actions}</div>}
    </aside>
  );
};
