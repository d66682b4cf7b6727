import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShellStore } from '../../../desktop/shellStore';
import { ringingOffer, splitIntoSections } from '../rules/attendanceSections';

/** Tells a screen reader of each new offer, once. Moves nothing: the agent may be in the middle of a sentence. */
export const OfferAnnouncer = () => {
  const { t } = useTranslation('attendances');
  const { t: tCommon } = useTranslation('common');
  const attendances = useShellStore((state) => state.attendances);
  const newest =
    splitIntoSections(attendances).awaiting.findLast((attendance) => ringingOffer(attendance) !== null) ?? null;
  const [told, setTold] = useState(newest);
  const offeredAt = newest?.offer?.offeredAt ?? '';
  // An older offer that is the newest again, because the later one went, has been told of.
  if (newest !== null && Date.parse(offeredAt) > Date.parse(told?.offer?.offeredAt ?? '1970-01-01')) setTold(newest);
  const isRinging = told !== null && attendances.some(({ id, state }) => id === told.id && state === 'offered');
  return (
    <div aria-live="assertive" className="visuallyHidden">
      {isRinging &&
        t('offer.announcement', {
          customer: told.customer.name,
          channel: tCommon(`channel.${told.channel}`),
          queue: told.queue.name,
        })}
    </div>
  );
};
