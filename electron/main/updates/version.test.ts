import { describe, expect, it } from 'vitest';
import { isNewerVersion } from './version';

/** Each comes after the one before it. */
const inOrder = [
  '0.9.9',
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-alpha.beta',
  '1.0.0-beta',
  '1.0.0-beta.2',
  '1.0.0-beta.11',
  '1.0.0-rc.1',
  '1.0.0',
  '1.0.1',
  '1.2.0',
  '1.10.0',
  '2.0.0',
];

describe('isNewerVersion', () => {
  it('follows Semantic Versioning', () => {
    for (const [index, version] of inOrder.entries()) {
      for (const [other, than] of inOrder.entries())
        expect([version, than, isNewerVersion(version, than)]).toEqual([version, than, index > other]);
    }
  });

  it('takes no notice of build numbers', () => {
    expect(isNewerVersion('1.0.0+2', '1.0.0+1')).toBe(false);
  });

  it.each(['', '1', '1.0', 'v1.0.0', '1.0.0-', '1.0.0 ', 'latest', '9'.repeat(400)])(
    'takes %s for no version',
    (text) => {
      expect(isNewerVersion(text, '0.0.1')).toBe(false);
      expect(isNewerVersion('9.9.9', text)).toBe(false);
    },
  );
});
