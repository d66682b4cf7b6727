import type { Presence } from '../../../shared/platform/queues';

/**
 * Which of two snapshots to show: answers, events and reads overtake each other on the way. With the same revision the
 * one just heard wins, since it tells a later `serverTime`.
 */
export const newerPresence = (shown: Presence | null, heard: Presence): Presence =>
  shown !== null && heard.revision < shown.revision ? shown : heard;
