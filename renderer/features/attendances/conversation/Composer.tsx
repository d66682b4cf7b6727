import { useEffect, useId, useLayoutEffect, useRef, useSyncExternalStore, type KeyboardEvent } from 'react';
import { CloudOff, SendHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../../desktop/appStore';
import { shellDesktop } from '../../../desktop/shellDesktop';
import { Button } from '../../../ui/Button';
import { classNames } from '../../../ui/classNames';
import { Icon } from '../../../ui/Icon';
import { messageTextLimit } from '../../../../shared/platform/attendances';
import { drafts } from '../drafts';
import styles from './Composer.module.css';

interface ComposerProps {
  readonly attendanceId: string;
  readonly focusRequest: number;
}

/** The counter shows once this many characters or fewer are left. */
const counterFrom = 300;

/** The box to answer in. What is typed stays with its attendance while the agent goes to another one. */
export const Composer = ({ attendanceId, focusRequest }: ComposerProps) => {
  const { t } = useTranslation('attendances');
  const isOffline = useAppStore((state) => state.connection.kind === 'offline');
  const text = useSyncExternalStore(drafts.subscribe, () => drafts.read(attendanceId));
  const textBox = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  const left = messageTextLimit - text.length;
  const canSend = text.trim() !== '' && left >= 0;

  useEffect(() => {
    if (focusRequest > 0) textBox.current?.focus();
  }, [focusRequest]);

  // A page that is new shows the conversation that was open before: the agent goes on typing where they were.
  useLayoutEffect(() => {
    const box = textBox.current;
    if (box === null || document.activeElement !== document.body) return;
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
  }, []);

  const send = () => {
    if (!canSend) return;
    const clientMessageId = crypto.randomUUID();
    drafts.write(attendanceId, '');
    // Before the message: a draft that outlives it would be sent once more.
    drafts.flush();
    textBox.current?.focus();
    shellDesktop.sendMessage({ attendanceId, clientMessageId, text }).catch(reportError);
  };

  const sendOnEnter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While an accent or a word is being composed, Enter belongs to that.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <div className={styles['composer']}>
      <div className={styles['box']}>
        <textarea
          ref={textBox}
          rows={1}
          value={text}
          aria-label={t('composer.label')}
          aria-describedby={hintId}
          placeholder={t('composer.placeholder')}
          aria-invalid={left < 0 || undefined}
          onChange={(event) => drafts.write(attendanceId, event.currentTarget.value)}
          onBlur={drafts.flush}
          onKeyDown={sendOnEnter}
          className={styles['text']}
        />
        <Button variant="primary" icon={<Icon of={SendHorizontal} />} disabled={!canSend} onClick={send}>
          {t('composer.send')}
        </Button>
      </div>
      <div id={hintId} className={styles['hint']}>
        {isOffline ? (
          <span className={styles['offline']}>
            <Icon of={CloudOff} />
            {t('composer.offline')}
          </span>
        ) : (
          <span>{t('composer.keys')}</span>
        )}
        {left <= counterFrom && (
          <span className={classNames(styles['counter'], left < 0 && styles['tooLong'])}>
            {left < 0 ? t('composer.tooLong', { count: -left }) : t('composer.left', { count: left })}
          </span>
        )}
      </div>
    </div>
  );
};
