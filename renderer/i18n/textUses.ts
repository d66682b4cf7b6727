/** A place in a source that shows a text: by its whole key, or by a key put together behind a literal prefix. */
export type TextUse =
  | { readonly namespace: string; readonly kind: 'key'; readonly key: string }
  | { readonly namespace: string; readonly kind: 'prefix'; readonly prefix: string };

const escape = (text: string) => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');

/** The names under which a source calls the translation function, each with its namespace. */
const findTranslators = (source: string): readonly { readonly name: string; readonly namespace: string }[] => {
  const hooks = source.matchAll(/const\s*{\s*t(?:\s*:\s*(\w+))?[^}]*}\s*=\s*useTranslation\(\s*'(\w+)'\s*\)/g);
  const parameters = source.matchAll(/\b(t\w*)\s*:\s*TFunction<'(\w+)'/g);
  return [...hooks, ...parameters].map(([, name = 't', namespace = '']) => ({ name, namespace }));
};

/**
 * Every text that a source shows. It reads the convention of this folder: `t` straight from `useTranslation('namespace')`
 * or as a parameter `t: TFunction<'namespace'>`, called with literals, choices between literals, or templates that begin
 * with their prefix. Where one name stands for two namespaces in a source, a use counts for both.
 */
export const findTextUses = (source: string): TextUse[] =>
  findTranslators(source).flatMap(({ name, namespace }) => {
    const calls = source.matchAll(new RegExp(`(?<![\\w.])${escape(name)}\\(`, 'g'));
    return [...calls].flatMap((call) => {
      const key = readFirstArgument(source, call.index + call[0].length);
      const literals = [...key.matchAll(/'([^']+)'/g)];
      const templates = [...key.matchAll(/`([^`$]*)(\$)?[^`]*`/g)];
      return [
        ...literals.map(([, text = '']): TextUse => ({ namespace, kind: 'key', key: text })),
        ...templates.map(([, text = '', dollar]): TextUse =>
          dollar === undefined ? { namespace, kind: 'key', key: text } : { namespace, kind: 'prefix', prefix: text },
        ),
      ];
    });
  });

/** What stands from `start` to the first comma or bracket that closes the call. Keys hold no brackets. */
const readFirstArgument = (source: string, start: number): string => {
  let depth = 0;
  for (let end = start; end < source.length; end += 1) {
    const character = source.charAt(end);
    if (depth === 0 && (character === ',' || character === ')')) return source.slice(start, end);
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
  }
  return source.slice(start);
};

/** A tree of texts as "a.b" → text. Anything but texts and trees of texts is refused. */
export const flattenTexts = (tree: Readonly<Record<string, unknown>>, prefix = ''): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(tree).flatMap(([name, value]): [string, string][] => {
      const key = `${prefix}${name}`;
      if (typeof value === 'string') return [[key, value]];
      if (typeof value === 'object' && value !== null) return [...flattenTexts({ ...value }, `${key}.`)];
      throw new TypeError(`${key} is no text`);
    }),
  );

/** The key that a source names, without the plural form that the language adds. */
export const withoutPlural = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');

/** The names of the values that go into a text, in alphabetical order. */
export const interpolations = (text: string): string[] =>
  [...text.matchAll(/{{\s*(\w+)[^}]*}}/g)].map(([, name = '']) => name).sort();
