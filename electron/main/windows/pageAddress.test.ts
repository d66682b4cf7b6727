import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mimeTypeOf, resolvePageFile } from './pageAddress';

const root = path.resolve('/app/renderer');

describe('resolvePageFile', () => {
  it('finds a file below the root', () => {
    expect(resolvePageFile(root, 'smartspace-app://bundle/assets/login.js')).toBe(path.join(root, 'assets/login.js'));
    expect(resolvePageFile(root, 'smartspace-app://bundle/login.en.html?x#y')).toBe(path.join(root, 'login.en.html'));
  });

  it.each([
    'smartspace-app://bundle/',
    'smartspace-app://bundle/../main/index.js',
    'smartspace-app://bundle/%2e%2e/main/index.js',
    'smartspace-app://bundle/..%2fmain%2findex.js',
    'smartspace-app://bundle/assets/..%5c..%5cmain.js',
    'smartspace-app://bundle/%00.html',
    'smartspace-app://bundle/%zz.html',
    'smartspace-app://other/login.en.html',
    'smartspace://bundle/login.en.html',
    'file:///etc/passwd',
    'https://bundle/login.en.html',
    'nonsense',
  ])('names no file outside of our pages: %s', (address) => {
    const file = resolvePageFile(root, address);
    expect(file === null || file.startsWith(root + path.sep)).toBe(true);
    expect(file === null || !address.includes('other')).toBe(true);
  });

  it('never leaves the root, whatever the path', () => {
    fc.assert(
      fc.property(fc.string(), (pathname) => {
        const file = resolvePageFile(root, `smartspace-app://bundle/${pathname}`);
        expect(file === null || file.startsWith(root + path.sep)).toBe(true);
      }),
    );
  });
});

describe('mimeTypeOf', () => {
  it('knows the kinds of files that pages use, and no others', () => {
    expect(mimeTypeOf('a.js')).toContain('text/javascript');
    expect(mimeTypeOf('a.map')).toBeNull();
    expect(mimeTypeOf('a')).toBeNull();
  });
});
