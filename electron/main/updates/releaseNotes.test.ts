import { describe, expect, it } from 'vitest';
import { plainReleaseNotes } from './releaseNotes';

describe('plainReleaseNotes', () => {
  it.each([
    ['leaves plain text as it is', 'Filas.\n- Mais rápidas & leves, 3 < 4', 'Filas.\n- Mais rápidas & leves, 3 < 4'],
    ['makes text of markup', '<h2>Novo</h2><ul><li>Um</li><li>Dois</li></ul>', 'Novo\n• Um\n• Dois'],
    ['drops what would run', 'a<script>alert(1)</script><img src=x onerror=alert(1)>b<style>*{}', 'ab'],
    ['decodes only once', '&amp;lt;b&amp;gt; &lt;b&gt;', '&lt;b&gt; <b>'],
    ['drops control characters and what turns the direction', 'a\u0000\u202Eb\u200B\u0007\tc', 'ab c'],
    ['keeps one empty line at most', 'a\r\n\r\n\r\n\r\nb', 'a\n\nb'],
  ])('%s', (_what, published, shown) => {
    expect(plainReleaseNotes(published)).toBe(shown);
  });

  it('puts the notes of several versions one under the other', () => {
    const published = [
      { version: '1.2.0', note: 'Dois' },
      { version: '1.1.5', note: null },
      { version: '1.1.0', note: 'Um' },
    ];
    expect(plainReleaseNotes(published)).toBe('1.2.0\nDois\n\n1.1.0\nUm');
  });

  it('cuts what is too long to be read', () => {
    const notes = plainReleaseNotes('palavra '.repeat(10_000)) ?? '';
    expect(notes.length).toBeLessThanOrEqual(4_001);
    expect(notes.endsWith('palavra…')).toBe(true);
  });

  it.each([undefined, null, '', '  <br> ', 7, {}, [], [{ note: 'a' }]])('says nothing for %o', (published) => {
    expect(plainReleaseNotes(published)).toBeNull();
  });
});
