export interface OfferTimes {
  readonly offeredAt: string;
  readonly expiresAt: string;
}

export interface Countdown {
  /** Whole seconds left, rounded up, so that 0 means over; never negative. */
  readonly seconds: number;
  /** How much of the offer's time is left, from 1 down to 0. */
  readonly share: number;
}

/**
 * What is left of an offer.
 *
 * @param localNow this computer's clock, in milliseconds since 1970
 * @param clockOffset what to add to this computer's clock to get the platform's, in milliseconds
 */
export const readCountdown = (offer: OfferTimes, localNow: number, clockOffset: number): Countdown => {
  const expiresAt = Date.parse(offer.expiresAt);
  const whole = Math.max(0, expiresAt - Date.parse(offer.offeredAt));
  // A clock a moment behind must not show more time than the offer ever had.
  const left = Math.min(whole, Math.max(0, expiresAt - (localNow + clockOffset)));
  return { seconds: Math.ceil(left / 1000), share: whole > 0 ? left / whole : 0 };
};

/** "0:12" for a countdown of whole seconds. */
export const formatCountdown = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
