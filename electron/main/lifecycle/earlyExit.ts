import { app } from 'electron';

/** Ends a process that has not begun its work: there is nothing to lose and nobody to ask. */
export const exitEarly = (exitCode: number): void => {
  app.exit(exitCode);
};

/** Ends such a process and starts it again with other arguments. */
export const restartEarly = (commandLine: readonly string[]): void => {
  app.relaunch({ args: [...commandLine] });
  app.exit(0);
};
