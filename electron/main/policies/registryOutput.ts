/** A value as `reg.exe` prints it: four blanks, its name, its type, its content. */
const valuePattern = /^ {4}(.+?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/;

/** What `reg.exe` calls a key's nameless value, in the system's language. */
const isNameless = (name: string): boolean => /^\(.*\)$/.test(name);

/**
 * Reads what `reg.exe query KEY /s` prints: the values of the key, and those of each key right below it as a branch.
 *
 * @param key the key that was asked for, without its root: `Software\Policies\…`
 */
export const parseRegistryOutput = (output: string, key: string): Readonly<Record<string, unknown>> => {
  const content = new Map<string, unknown>();
  let current: Map<string, unknown> | null = null;
  for (const line of output.split(/\r?\n/)) {
    if (line.startsWith('HKEY_')) {
      current = branchOf(content, line.slice(line.indexOf('\\') + 1), key);
      continue;
    }
    const [, name, type, data = ''] = valuePattern.exec(line) ?? [];
    if (name !== undefined && type !== undefined && !isNameless(name)) current?.set(name, convert(type, data));
  }
  return toRecord(content);
};

/** Keys further below belong to nobody. */
const branchOf = (content: Map<string, unknown>, path: string, key: string): Map<string, unknown> | null => {
  if (path.toLowerCase() === key.toLowerCase()) return content;
  if (!path.toLowerCase().startsWith(`${key.toLowerCase()}\\`)) return null;
  const name = path.slice(key.length + 1);
  if (name.includes('\\')) return null;
  const branch = new Map<string, unknown>();
  content.set(name, branch);
  return branch;
};

/** Null for what no policy is made of. */
const convert = (type: string, data: string): unknown => {
  switch (type) {
    case 'REG_SZ':
    case 'REG_EXPAND_SZ':
      return data;
    case 'REG_MULTI_SZ':
      return data.split('\\0').filter((part) => part !== '');
    case 'REG_DWORD':
      return /^0x[\da-f]{1,8}$/i.test(data) ? Number.parseInt(data, 16) : null;
    default:
      return null;
  }
};

const toRecord = (values: ReadonlyMap<string, unknown>): Record<string, unknown> =>
  Object.fromEntries([...values].map(([name, value]) => [name, value instanceof Map ? toRecord(value) : value]));
