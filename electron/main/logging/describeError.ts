/** What a log may know of an error: its class and where it came from. A message could hold anything, so it is left out. */
export interface ErrorDescription {
  readonly error: string;
  readonly stack: string;
}

/** Only the lines of a stack that name a place, and of a place only the file: folders tell the user's name. */
export const describeError = (error: unknown): ErrorDescription => {
  if (!(error instanceof Error)) return { error: typeof error, stack: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name.slice(0, 80), stack: frames.slice(0, 12).map(shortenFrame).join(' < ') };
};

/** "open (/home/maria/app/out/main/boot.js:7:1)" becomes "open main/boot.js:7:1". */
const shortenFrame = (line: string): string => {
  const frame = line.trim().replace(/^at (?:async )?/, '');
  const called = /^(.*?) \((.*)\)$/.exec(frame);
  const place = (called?.[2] ?? frame).split(/[\\/]/).slice(-2).join('/');
  return (called?.[1] === undefined ? place : `${called[1]} ${place}`).slice(0, 200);
};
