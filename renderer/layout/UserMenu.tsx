import { useRef, useState } from 'react';
import { ChevronDown, CircleUser, Download, Info, Languages, LogOut, Settings, SunMoon, User } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { languageSchema, themeSchema, type SettingsChange } from '../../shared/state/settings';
import { appDesktop } from '../desktop/appDesktop';
import { useAppStore } from '../desktop/appStore';
import { AboutDialog } from '../features/about/AboutDialog';
import { PreferencesDialog } from '../features/preferences/PreferencesDialog';
import { ProfileDialog } from '../features/profile/ProfileDialog';
import { UpdatesDialog } from '../features/updates/UpdatesDialog';
import { Avatar } from '../ui/Avatar';
import { Icon } from '../ui/Icon';
import { Menu, MenuHeading, MenuItem, MenuRadioGroup, MenuSeparator, Submenu } from '../ui/Menu';
import { LogOutDialog } from './LogOutDialog';
import { sessionAgent } from './sessionAgent';
import styles from './UserMenu.module.css';

const change = (settings: SettingsChange) => {
  appDesktop.changeSettings(settings).catch(reportError);
};

/** The agent's name and photo, and what concerns the agent alone. */
export const UserMenu = () => {
  const { t } = useTranslation('shell');
  const { t: tUpdates } = useTranslation('updates');
  const session = useAppStore((state) => state.session);
  const settings = useAppStore((state) => state.settings);
  const [openDialog, setOpenDialog] = useState<'profile' | 'preferences' | 'updates' | 'about' | 'log-out' | null>(
    null,
  );
  const trigger = useRef<HTMLButtonElement>(null);
  const agent = sessionAgent(session);
  const email = session.kind === 'resuming' ? session.email : agent?.email;
  const theme = settings?.theme ?? null;
  const language = settings?.effectiveLanguage ?? null;
  const close = () => setOpenDialog(null);
  return (
    <>
      <Menu
        trigger={
          <button
            ref={trigger}
            type="button"
            aria-label={t('userMenu.label')}
            aria-describedby="user-menu-name"
            className={styles['trigger']}
          >
            <span id="user-menu-name" className={styles['name']}>
              {agent?.name ?? email}
            </span>
            {agent === null ? (
              <Icon of={CircleUser} size={20} />
            ) : (
              <Avatar name={agent.name} photo={agent.photo} size={24} />
            )}
            <Icon of={ChevronDown} className={styles['chevron']} />
          </button>
        }
      >
        <MenuHeading>
          {agent !== null && <span className={styles['headingName']}>{agent.name}</span>}
          <span className={styles['headingEmail']}>{email}</span>
        </MenuHeading>
        <MenuSeparator />
        {agent !== null && (
          <MenuItem icon={User} onSelect={() => setOpenDialog('profile')}>
            {t('userMenu.profile')}
          </MenuItem>
        )}
        <Submenu
          icon={Languages}
          label={t('userMenu.language')}
          {...(language !== null && { value: t(`userMenu.languages.${language}`) })}
        >
          <MenuRadioGroup
            label={t('userMenu.language')}
            value={language}
            options={languageSchema.options.map((value) => ({ value, label: t(`userMenu.languages.${value}`) }))}
            onChange={(value) => change({ language: value })}
          />
        </Submenu>
        <Submenu
          icon={SunMoon}
          label={t('userMenu.appearance')}
          {...(theme !== null && { value: t(`userMenu.themes.${theme}`) })}
        >
          <MenuRadioGroup
            label={t('userMenu.appearance')}
            value={theme}
            options={themeSchema.options.map((value) => ({ value, label: t(`userMenu.themes.${value}`) }))}
            onChange={(value) => change({ theme: value })}
          />
        </Submenu>
        <MenuItem icon={Settings} onSelect={() => setOpenDialog('preferences')}>
          {t('userMenu.preferences')}
        </MenuItem>
        <MenuItem icon={Download} onSelect={() => setOpenDialog('updates')}>
          {tUpdates('menu')}
        </MenuItem>
        <MenuItem icon={Info} onSelect={() => setOpenDialog('about')}>
          {t('userMenu.about')}
        </MenuItem>
        {session.kind === 'signed-in' && (
          <>
            <MenuSeparator />
            <MenuItem icon={LogOut} onSelect={() => setOpenDialog('log-out')}>
              {t('userMenu.logOut')}
            </MenuItem>
          </>
        )}
      </Menu>
      <UpdatesDialog isOpen={openDialog === 'updates'} onClose={close} returnFocus={trigger} />
      <PreferencesDialog isOpen={openDialog === 'preferences'} onClose={close} returnFocus={trigger} />
      <AboutDialog isOpen={openDialog === 'about'} onClose={close} returnFocus={trigger} />
      <LogOutDialog isOpen={openDialog === 'log-out'} onClose={close} returnFocus={trigger} />
      {agent !== null && (
        <ProfileDialog agent={agent} isOpen={openDialog === 'profile'} onClose={close} returnFocus={trigger} />
      )}
    </>
  );
};
