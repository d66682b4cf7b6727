import { Mail, MessageCircle, MessagesSquare, Phone, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../shared/platform/primitives';
import { Icon } from './Icon';

interface ChannelIconProps {
  readonly channel: Channel;
  readonly size?: 16 | 20;
  /** False where the channel's name stands beside it. */
  readonly isNamed?: boolean;
}

const icons: Readonly<Record<Channel, LucideIcon>> = {
  whatsapp: MessageCircle,
  webchat: MessagesSquare,
  email: Mail,
  voice: Phone,
};

/** The channel a conversation runs over. */
export const ChannelIcon = ({ channel, size = 16, isNamed = true }: ChannelIconProps) => {
  const { t } = useTranslation('common');
  const icon = <Icon of={icons[channel]} size={size} />;
  if (!isNamed) return icon;
  const name = t(`channel.${channel}`);
  return (
    <span role="img" aria-label={name} title={name}>
      {icon}
    </span>
  );
};
