import * as z from 'zod/mini';

/** Longer notes are cut: they are read in a dialog, not studied. In characters. */
const longest = 4_000;

/** The library's two forms: one text, or one for each version. */
const publishedSchema = z.union([
  z.string(),
  z.array(z.object({ version: z.string(), note: z.nullish(z.string()) })).check(z.maxLength(50)),
]);

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const plain = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)/gi, '')
    .replace(/<br\s*\/?>|<\/(p|div|li|h[1-6]|ul|ol)\s*>/gi, '\n')
    .replace(/<li\b[^>]*>/gi, '• ')
    .replace(/<\/?[a-z!][^>]*>/gi, '')
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    // Control characters, and those that turn the direction of what follows, hide or join: all but line ends.
    .replace(/[\p{Cc}\p{Cf}]/gu, (character) => (character === '\n' ? character : character === '\t' ? ' ' : ''))
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/**
 * Release notes as plain text, from whatever the feed has: nothing of it is ever interpreted. Null where there are none
 * that can be read.
 */
export const plainReleaseNotes = (published: unknown): string | null => {
  const parsed = publishedSchema.safeParse(published);
  if (!parsed.success) return null;
  const text =
    typeof parsed.data === 'string'
      ? plain(parsed.data.slice(0, 4 * longest))
      : parsed.data
          .map(({ version, note }) => [plain(version).slice(0, 64), plain((note ?? '').slice(0, 4 * longest))])
          .filter(([, note]) => note !== '')
          .map(([version, note]) => `${version ?? ''}\n${note ?? ''}`)
          .join('\n\n');
  if (text === '') return null;
  return text.length <= longest ? text : `${text.slice(0, longest).trimEnd()}…`;
};
