import { useEffect, useState } from 'react';
import { Check, Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { shellDesktop } from '../../../desktop/shellDesktop';
import { IconButton } from '../../../ui/IconButton';
import styles from './Protocol.module.css';

/** How long the tick says that it was copied, in milliseconds. */
const confirmationTime = 2_000;

/** The protocol number, which agents read out and paste everywhere, with a button that copies it. */
export const Protocol = ({ protocol }: { readonly protocol: string }) => {
  const { t } = useTranslation('attendances');
  const [isCopied, setIsCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return;
    const timeout = setTimeout(() => setIsCopied(false), confirmationTime);
    return () => clearTimeout(timeout);
  }, [isCopied]);

  return (
    <span className={styles['protocol']}>
      <span className={styles['number']}>{protocol}</span>
      <IconButton
        label={t('information.copyProtocol')}
        icon={isCopied ? Check : Copy}
        size="small"
        className={isCopied ? styles['copied'] : undefined}
        onClick={() => {
          shellDesktop.copyText({ text: protocol }).then(() => setIsCopied(true), reportError);
        }}
      />
      <span role="status" className="visuallyHidden">
        {isCopied && t('information.copied')}
      </span>
    </span>
  );
};
