import { useState, type KeyboardEvent } from 'react';
import { ArrowBigUp, Eye, EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';
import { TextField, type TextFieldProps } from './TextField';
import styles from './PasswordField.module.css';

type PasswordFieldProps = Omit<TextFieldProps, 'type' | 'trailing' | 'hint'>;

/** A password, with a button that shows it and a hint while Caps Lock is on. */
export const PasswordField = (props: PasswordFieldProps) => {
  const { t } = useTranslation('common');
  const [isShown, setIsShown] = useState(false);
  const [isCapsLockOn, setIsCapsLockOn] = useState(false);
  const watchCapsLock = (event: KeyboardEvent<HTMLInputElement>) => {
    setIsCapsLockOn(event.getModifierState('CapsLock'));
  };
  const label = isShown ? t('hidePassword') : t('showPassword');
  return (
    <TextField
      {...props}
      type={isShown ? 'text' : 'password'}
      spellCheck={false}
      autoCapitalize="off"
      onKeyDown={watchCapsLock}
      onKeyUp={watchCapsLock}
      hint={
        isCapsLockOn && (
          <span role="status" className={styles['capsLock']}>
            <Icon of={ArrowBigUp} />
            {t('capsLockOn')}
          </span>
        )
      }
      trailing={
        <button
          type="button"
          aria-label={label}
          title={label}
          className={styles['reveal']}
          // Pressing it must not take the cursor out of the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setIsShown(!isShown)}
        >
          <Icon of={isShown ? EyeOff : Eye} />
        </button>
      }
    />
  );
};
