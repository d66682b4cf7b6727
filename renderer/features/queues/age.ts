/** How old something is, in the one unit that says it best. */
export interface Age {
  readonly unit: 'seconds' | 'minutes' | 'hours';
  readonly value: number;
}

/**
 * The age of something heard at `heardAt`, both by this computer's clock in milliseconds since 1970. A clock set back
 * meanwhile counts as no age.
 */
export const ageOf = (heardAt: number, localNow: number): Age => {
  const seconds = Math.max(0, Math.floor((localNow - heardAt) / 1000));
  if (seconds < 60) return { unit: 'seconds', value: seconds };
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? { unit: 'minutes', value: minutes } : { unit: 'hours', value: Math.floor(minutes / 60) };
};
