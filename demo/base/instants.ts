export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Milliseconds since 1970 as the contract writes a point in time. */
export const toInstant = (milliseconds: number): string => new Date(milliseconds).toISOString();
