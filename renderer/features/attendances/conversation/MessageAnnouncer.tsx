import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationState } from '../../../../shared/state/attendances';

/**
 * Reads to a screen reader what the customer writes in the open conversation. The messages themselves are no live
 * region: rows come and go there while scrolling. Give it the attendance as its `key`.
 */
export const MessageAnnouncer = ({ conversation }: { readonly conversation: ConversationState }) => {
  const { t } = useTranslation('attendances');
  const last = conversation.messages.at(-1);
  const isLoaded = conversation.load.kind === 'loaded';
  const [firstSequence, setFirstSequence] = useState<number | null>(null);
  if (isLoaded && firstSequence === null) setFirstSequence(last?.sequence ?? 0);
  const isNew = firstSequence !== null && last !== undefined && last.sequence > firstSequence;
  return (
    <div aria-live="polite" className="visuallyHidden">
      {isNew &&
        last.direction === 'from-customer' &&
        t('conversation.announcement', { author: last.authorName, text: last.text })}
    </div>
  );
};
