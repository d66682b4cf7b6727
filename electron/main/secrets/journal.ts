import * as z from 'zod/mini';
import { headSchema } from './chunks';

/** The chunks of one attempt to write a value: there may be fewer of them, never more. */
const generationSchema = z.pick(headSchema, { generation: true, count: true });

export type Generation = z.infer<typeof generationSchema>;

/** How many generations a journal names: as many as fit one entry of any keychain. More crashes in a row leave litter. */
const journalLimit = 20;

export const formatJournal = (generations: readonly Generation[]): string =>
  JSON.stringify(generations.slice(-journalLimit).map(({ generation, count }) => ({ generation, count })));

/** What an interrupted change has left, or nothing where the text is no journal. */
export const parseJournal = (text: string): readonly Generation[] => {
  try {
    const parsed = z.array(generationSchema).check(z.maxLength(journalLimit)).safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
};
