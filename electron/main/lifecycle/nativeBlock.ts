import type { MessageBoxOptions } from 'electron';
import type { LeaveBlocked } from '../../../shared/state/leaving';
import type { Language } from '../../../shared/state/settings';
import type { Texts } from '../shell/texts';
import type { NativeChoice } from './blockPresenter';

export interface NativeBlockDialog {
  readonly options: MessageBoxOptions;
  /** What each button means, by its index. */
  readonly choices: readonly NativeChoice[];
}

/** The alert as the system's message box, for when the interface can't show it. */
export const describeNativeBlock = ({ refusal }: LeaveBlocked, texts: Texts, language: Language): NativeBlockDialog => {
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
  const holding = refusal.kind === 'attendances' ? refusal.holding : [];
  const lines = holding.map(
    ({ customerName, channel, since }) =>
      `${customerName} · ${texts.channels[channel]} · ${texts.since} ${time.format(new Date(since))}`,
  );
  const mayLeave = refusal.kind === 'attendances' && refusal.canLeaveAnyway;
  // It only comes up where the interface has not shown the alert in time.
  lines.push('', texts.notAnswering);
  const choices: NativeChoice[] = ['understood', 'load-anew'];
  const buttons = [texts.understood, texts.loadAnew];
  if (mayLeave) {
    choices.push('leave-anyway');
    buttons.push(texts.leaveAnyway);
    lines.push('', texts.leaveAnywayWarning);
  }
  return {
    choices,
    options: {
      type: 'warning',
      title: 'Smartspace',
      message: refusal.kind === 'attendances' ? texts.blocked : texts.cannotLeaveNow,
      detail: lines.join('\n'),
      buttons,
      // The harmless one is what Enter and Escape do.
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    },
  };
};
