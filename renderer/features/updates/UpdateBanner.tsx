import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shellDesktop } from '../../desktop/shellDesktop';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { UpdatesDialog } from './UpdatesDialog';
import { useInstallUpdate } from './useInstallUpdate';

interface UpdateBannerProps {
  readonly version: string;
  readonly hasNotes: boolean;
}

/** Offers an update that is ready. */
export const UpdateBanner = ({ version, hasNotes }: UpdateBannerProps) => {
  const { t } = useTranslation('updates');
  const { isAsking, install } = useInstallUpdate();
  const [isOpen, setIsOpen] = useState(false);
  const notesButton = useRef<HTMLButtonElement>(null);
  return (
    <Banner
      tone="info"
      isAnnounced={false}
      action={
        <>
          {hasNotes && (
            <Button ref={notesButton} size="small" variant="ghost" onClick={() => setIsOpen(true)}>
              {t('whatsNew')}
            </Button>
          )}
          <Button
            size="small"
            variant="ghost"
            onClick={() => {
              shellDesktop.postponeUpdate().catch(reportError);
            }}
          >
            {t('later')}
          </Button>
          <Button size="small" isBusy={isAsking} onClick={install}>
            {t('installNow')}
          </Button>
        </>
      }
    >
      {t('banner', { version })}
      <UpdatesDialog isOpen={isOpen} onClose={() => setIsOpen(false)} returnFocus={notesButton} />
    </Banner>
  );
};
