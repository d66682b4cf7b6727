import type { ReactNode } from 'react';
import { PanelRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../../../shared/platform/primitives';
import { ChannelIcon } from '../../../ui/ChannelIcon';
import { IconButton } from '../../../ui/IconButton';
import styles from './ConversationHeader.module.css';

interface ConversationHeaderProps {
  readonly customerName: string;
  readonly channel: Channel;
  /** "desde 12:40", or when it was. */
  readonly since: string;
  readonly actions: ReactNode;
  /** The button that folds the information out, where there is no room for it beside the conversation. */
  readonly panel: { readonly isOpen: boolean; readonly onToggle: () => void } | null;
}

/** Whose conversation this is. */
export const ConversationHeader = ({ customerName, channel, since, actions, panel }: ConversationHeaderProps) => {
  const { t } = useTranslation('attendances');
  const { t: tCommon } = useTranslation('common');
  return (
    <header className={styles['header']}>
      <span className={styles['channel']}>
        <ChannelIcon channel={channel} size={20} isNamed={false} />
      </span>
      <div className={styles['names']}>
        <h2 className={styles['name']}>{customerName}</h2>
        <p className={styles['details']}>
          {tCommon(`channel.${channel}`)} · {since}
        </p>
      </div>
      {actions}
      {panel !== null && (
        <IconButton
          label={t('information.title')}
          icon={PanelRight}
          aria-expanded={panel.isOpen}
          data-state={panel.isOpen ? 'open' : 'closed'}
          onClick={panel.onToggle}
        />
      )}
    </header>
  );
};
