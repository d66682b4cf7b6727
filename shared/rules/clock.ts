/**
 * Whole seconds from `since` until now by the platform's clock, never negative.
 *
 * @param since an instant by the platform's clock
 * @param localNow this computer's clock, in milliseconds since 1970
 * @param clockOffset what to add to this computer's clock to get the platform's, in milliseconds
 */
export const elapsedSeconds = (since: string, localNow: number, clockOffset: number): number =>
  Math.max(0, Math.floor((localNow + clockOffset - Date.parse(since)) / 1000));

/** "02:14:09" for timers: hours are left out below one hour, and grow past 99 as they must. */
export const formatDuration = (seconds: number): string => {
  const pad = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${pad(Math.floor((seconds % 3600) / 60))}:${pad(seconds % 60)}`;
  return hours === 0 ? rest : `${pad(hours)}:${rest}`;
};
