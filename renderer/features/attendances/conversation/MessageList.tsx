import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { VirtualItem, Virtualizer } from '@tanstack/react-virtual';
import { ArrowDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { shellDesktop } from '../../../desktop/shellDesktop';
import { useAppStore } from '../../../desktop/appStore';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import type { ConversationState } from '../../../../shared/state/attendances';
import { buildMessageRows, countUnseen } from '../rules/messageRows';
import { DayDivider } from './DayDivider';
import { MessageItem } from './MessageItem';
import { OlderMessages } from './OlderMessages';
import styles from './MessageList.module.css';

interface MessageListProps {
  readonly conversation: ConversationState;
  readonly customerName: string;
  readonly agentName: string;
  readonly isReadOnly: boolean;
}

/** Nearer to the end than this, in pixels, new messages are followed. */
const endThreshold = 40;
/** What the button for older messages takes up above the first row, in pixels, as in its style sheet. */
const olderHeight = 48;
/** Nearer to the start than this, in pixels, older messages are asked for. */
const startThreshold = 300;

/**
 * Whether the view moves along with a row that has changed its height. The first row that was loaded loses its divider at
 * its upper edge when older ones come, so all that starts above the view, or right below the button for older messages,
 * pushes what is read.
 */
const movesView = (
  row: VirtualItem,
  _growth: number,
  { scrollOffset }: Pick<Virtualizer<HTMLDivElement, Element>, 'scrollOffset'>,
): boolean => row.start <= (scrollOffset ?? 0) + olderHeight;

/**
 * The messages, only those near the view in the document. The view holds on to what is read: older messages grow above
 * it, and new ones are followed only from the end.
 */
export const MessageList = ({ conversation, customerName, agentName, isReadOnly }: MessageListProps) => {
  const { t } = useTranslation('attendances');
  const clockOffset = useAppStore((state) => state.clockOffset);
  const scrollerRef = useRef<HTMLDivElement>(null);
  const { attendanceId, messages, outgoing, load } = conversation;
  const rows = buildMessageRows(messages, outgoing, agentName, clockOffset);
  const hasOlder = load.kind === 'loaded' && load.hasOlder;

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollerRef.current,
    getItemKey: (index) => rows[index]?.key ?? index,
    estimateSize: () => 48,
    overscan: 10,
    paddingStart: hasOlder ? olderHeight : 12,
    paddingEnd: 12,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: endThreshold,
  });
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = movesView;

  // Where nothing can scroll, no event corrects what the library takes for the view's place once a row has grown: after
  // every scroll to the end it would look, frame by frame for five seconds, for a place that there is not.
  useLayoutEffect(() => {
    const scroller = scrollerRef.current;
    if (scroller !== null && scroller.scrollHeight <= scroller.clientHeight) virtualizer.scrollOffset = 0;
  });

  const lastSequence = messages.at(-1)?.sequence ?? 0;
  const [isAtEnd, setIsAtEnd] = useState(true);
  const [seenSequence, setSeenSequence] = useState(lastSequence);
  if (isAtEnd && seenSequence !== lastSequence) setSeenSequence(lastSequence);
  const unseen = countUnseen(messages, seenSequence);

  // What the agent sends is always shown, wherever in the past they were reading.
  const lastOutgoing = outgoing.at(-1)?.clientMessageId ?? null;
  useEffect(() => {
    virtualizer.scrollToEnd();
  }, [virtualizer, attendanceId, lastOutgoing]);

  // The view itself shrinks with the window, under a banner, and above an answer of several lines.
  const keepEnd = useEffectEvent(() => {
    if (isAtEnd) virtualizer.scrollToEnd();
  });
  useEffect(() => {
    const scroller = scrollerRef.current;
    if (scroller === null) return undefined;
    const observer = new ResizeObserver(() => {
      keepEnd();
    });
    observer.observe(scroller);
    return () => {
      observer.disconnect();
    };
  }, []);

  const oldestSequence = messages[0]?.sequence ?? 0;
  const askedFor = useRef(0);
  const loadOlder = () => {
    if (!hasOlder || askedFor.current === oldestSequence) return;
    askedFor.current = oldestSequence;
    const askAgain = () => {
      askedFor.current = 0;
    };
    shellDesktop.loadOlderMessages({ attendanceId }).then(askAgain, (error: unknown) => {
      askAgain();
      reportError(error);
    });
  };

  return (
    <div className={styles['frame']}>
      <div
        ref={scrollerRef}
        className={styles['scroller']}
        role="group"
        aria-label={t('conversation.messages')}
        tabIndex={0}
        onScroll={(event) => {
          const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
          setIsAtEnd(scrollHeight - clientHeight - scrollTop <= endThreshold);
          if (scrollTop <= startThreshold) loadOlder();
        }}
      >
        {hasOlder && <OlderMessages onLoad={loadOlder} />}
        <ol className={styles['rows']} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ key, index, start }) => {
            const row = rows[index];
            return (
              row !== undefined && (
                <li
                  key={key}
                  ref={virtualizer.measureElement}
                  data-index={index}
                  className={styles['row']}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  {row.startsDay && <DayDivider at={row.at} />}
                  <MessageItem
                    row={row}
                    attendanceId={attendanceId}
                    customerName={customerName}
                    agentName={agentName}
                    isReadOnly={isReadOnly}
                  />
                </li>
              )
            );
          })}
        </ol>
      </div>
      {!isAtEnd && (
        <div className={styles['jump']}>
          <Button
            size="small"
            variant={unseen > 0 ? 'primary' : 'secondary'}
            className={styles['pill']}
            icon={<Icon of={ArrowDown} />}
            onClick={() => virtualizer.scrollToEnd()}
          >
            {unseen > 0 ? t('conversation.newMessages', { count: unseen }) : t('conversation.toEnd')}
          </Button>
        </div>
      )}
    </div>
  );
};
