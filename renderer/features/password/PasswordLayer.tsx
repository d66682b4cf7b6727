import { Dialog as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from '../../ui/useReturnFocus';
import { EntryCard, EntryTitle } from '../login/EntryPage';
import { PasswordLink } from './PasswordLink';
import styles from './PasswordLayer.module.css';

const hold = (event: Event) => {
  event.preventDefault();
};

/** "Definição de senha" over the shell, which stays as it is below. Only its own buttons leave it: the link works once. */
export const PasswordLayer = (props: ComponentProps<typeof PasswordLink>) => {
  const { t } = useTranslation('login');
  const focusHandlers = useReturnFocus(undefined, undefined);
  return (
    <Radix.Root open>
      <Radix.Portal>
        <Radix.Content
          className={styles['layer']}
          aria-describedby={undefined}
          {...focusHandlers}
          onEscapeKeyDown={hold}
          onInteractOutside={hold}
        >
          <EntryCard
            heading={
              <Radix.Title asChild>
                <EntryTitle>{t('passwordTitle')}</EntryTitle>
              </Radix.Title>
            }
          >
            <PasswordLink {...props} />
          </EntryCard>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
};
