import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDemo, type Demo } from '../startDemo';

const token = 'a-token_of-an-e-mail_0123456789';

let demo: Demo;
beforeEach(async () => {
  demo = await startDemo();
});
afterEach(() => demo.stop());

const open = async (search: string) => {
  const response = await fetch(`${demo.url}/reset-password${search}`);
  return { headers: response.headers, text: await response.text() };
};

describe('the landing page of a reset link', () => {
  it.each([
    ['', 'lang="pt-BR"', 'Abrir no aplicativo', 'Nada abriu?'],
    ['&language=en', 'lang="en"', 'Open in the app', 'Nothing opened?'],
    ['&language=tlh', 'lang="pt-BR"', 'Abrir no aplicativo', 'Nada abriu?'],
  ])('opens the app, and says what to do if that does not work (%s)', async (language, ...phrases) => {
    const { text } = await open(`?token=${token}${language}`);
    expect(text).toContain(`href="smartspace://reset-password?token=${token}"`);
    for (const phrase of phrases) expect(text).toContain(phrase);
  });

  it.each(['', '?token=', '?token=short', `?token=${token}&token=${token}`, `?token=${token}%22%3E`, '?token[]=x'])(
    'says that the link %o is incomplete, and shows nothing of it',
    async (search) => {
      const { text } = await open(search);
      expect(text).toContain('Este link está incompleto');
      expect(text).not.toContain('smartspace://');
      expect(text).not.toContain(token);
    },
  );

  it('runs nothing, is kept by nobody, and tells no other site its address', async () => {
    const { headers, text } = await open(`?token=${token}`);
    const style = /<style>(.*)<\/style>/s.exec(text)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'sha256-${hash}'`,
    );
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).not.toContain('<script');
  });
});
