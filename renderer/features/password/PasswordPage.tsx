import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryPage, EntryTitle } from '../login/EntryPage';
import { PasswordLink } from './PasswordLink';

/** "Definição de senha", where nobody is logged in. */
export const PasswordPage = (props: ComponentProps<typeof PasswordLink>) => {
  const { t } = useTranslation('login');
  return (
    <EntryPage heading={<EntryTitle>{t('passwordTitle')}</EntryTitle>}>
      <PasswordLink {...props} />
    </EntryPage>
  );
};
