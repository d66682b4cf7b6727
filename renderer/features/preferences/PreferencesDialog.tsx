import { useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsChange } from '../../../shared/state/settings';
import { appDesktop } from '../../desktop/appDesktop';
import { useAppStore } from '../../desktop/appStore';
import { Dialog } from '../../ui/Dialog';
import { PreferenceRow } from './PreferenceRow';
import styles from './PreferencesDialog.module.css';

interface PreferencesDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly returnFocus: RefObject<HTMLElement | null>;
}

const change = (settings: SettingsChange) => {
  appDesktop.changeSettings(settings).catch(reportError);
};

/** "Preferências": how the app behaves on this computer. Each change counts at once. */
export const PreferencesDialog = ({ isOpen, onClose, returnFocus }: PreferencesDialogProps) => {
  const { t } = useTranslation('preferences');
  const settings = useAppStore((state) => state.settings);
  // Not on the cross, as by itself: its tooltip would lie over the first switch.
  const first = useRef<HTMLButtonElement>(null);
  if (settings === null) return null;
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(willBeOpen) => {
        if (!willBeOpen) onClose();
      }}
      title={t('title')}
      size="medium"
      initialFocus={first}
      returnFocus={returnFocus}
    >
      <div className={styles['rows']}>
        <PreferenceRow
          ref={first}
          label={t('closesToTray.label')}
          hint={t('closesToTray.hint')}
          isOn={settings.closesToTray}
          isManaged={settings.enforced.includes('closesToTray')}
          onChange={(closesToTray) => change({ closesToTray })}
        />
        <PreferenceRow
          label={t('startsAtLogin.label')}
          hint={t('startsAtLogin.hint')}
          isOn={settings.startsAtLogin}
          isManaged={settings.enforced.includes('startsAtLogin')}
          onChange={(startsAtLogin) => change({ startsAtLogin })}
        />
      </div>
    </Dialog>
  );
};
