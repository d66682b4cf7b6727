import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { NativeChoice } from './blockPresenter';
import type { NativeBlockDialog } from './nativeBlock';

/** Shows the alert over the window and tells what was chosen. */
export const showNativeBlock = async (
  window: BrowserWindow | null,
  { options, choices }: NativeBlockDialog,
): Promise<NativeChoice> => {
  const { response } = await (window === null
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  return choices[response] ?? 'understood';
};
