interface Version {
  readonly numbers: readonly [number, number, number];
  readonly prerelease: readonly string[];
}

const pattern = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

const parse = (text: string): Version | null => {
  const match = pattern.exec(text);
  if (match === null) return null;
  const [, major, minor, patch, prerelease] = match;
  return {
    numbers: [Number(major), Number(minor), Number(patch)],
    prerelease: prerelease === undefined ? [] : prerelease.split('.'),
  };
};

const compareIdentifiers = (left: string, right: string): number => {
  const isNumber = (text: string) => /^\d+$/.test(text);
  if (isNumber(left) && isNumber(right)) return Number(left) - Number(right);
  if (isNumber(left) !== isNumber(right)) return isNumber(left) ? -1 : 1;
  return left < right ? -1 : left > right ? 1 : 0;
};

const comparePrereleases = (left: readonly string[], right: readonly string[]): number => {
  // A release comes after its own candidates.
  if (left.length === 0 || right.length === 0) return right.length - left.length;
  for (const [index, identifier] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = compareIdentifiers(identifier, other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
};

/** Whether one version comes after another by Semantic Versioning. False where either is none. */
export const isNewerVersion = (candidate: string, than: string): boolean => {
  const [left, right] = [parse(candidate), parse(than)];
  if (left === null || right === null) return false;
  const differing = ([0, 1, 2] as const).find((part) => left.numbers[part] !== right.numbers[part]);
  return differing === undefined
    ? comparePrereleases(left.prerelease, right.prerelease) > 0
    : left.numbers[differing] > right.numbers[differing];
};
