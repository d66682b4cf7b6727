import { appDesktop } from '../desktop/appDesktop';

/** The kind of an error and where it was, without its message, which could hold a customer's words. */
export const describeDefect = (error: unknown): { readonly name: string; readonly stack: string } => {
  if (!(error instanceof Error)) return { name: typeof error, stack: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name.slice(0, 80), stack: frames.join('\n').slice(0, 4000) };
};

/** Tells main of every error that nothing caught, and of those given to `reportError`. */
export const reportDefects = (): void => {
  const report = (error: unknown) => {
    // If even this fails there is nobody left to tell, and another report would only fail again.
    appDesktop.reportDefect(describeDefect(error)).catch(() => undefined);
  };
  addEventListener('error', (event) => {
    report(event.error);
  });
  addEventListener('unhandledrejection', (event) => {
    report(event.reason);
  });
};
