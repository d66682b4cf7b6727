import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSignal } from '../base/signal';
import { answerPageRequest } from './pageProtocol';

let root = '';

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pages-'));
  await writeFile(path.join(root, 'login.en.html'), '<!doctype html>');
  for (const script of ['start-a1_-b.js', 'library.js']) await writeFile(path.join(root, script), 'export {};');
  await writeFile(path.join(root, 'notes.txt'), 'not a page');
});

afterAll(() => rm(root, { recursive: true }));

const now = Promise.resolve();

const ask = (name: string, method = 'GET', whenServing: Promise<unknown> = now, whenScriptsMayCome = now) =>
  answerPageRequest({ method, url: `smartspace-app://bundle/${name}` }, { root, whenServing, whenScriptsMayCome });

describe('answerPageRequest', () => {
  it('answers a page with the policy and its type', async () => {
    const answer = await ask('login.en.html');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toBe('<!doctype html>');
  });

  it('asks for no process of its own: Chromium would throw away the renderer that is already there', async () => {
    expect((await ask('login.en.html')).headers.has('cross-origin-opener-policy')).toBe(false);
  });

  it('refuses other methods, missing files and kinds of files that pages do not use', async () => {
    expect((await ask('login.en.html', 'POST')).status).toBe(405);
    expect((await ask('missing.js')).status).toBe(404);
    expect((await ask('notes.txt')).status).toBe(404);
  });

  it('holds the script that starts the page back until main answers its channels, and nothing else', async () => {
    const serving = createSignal();
    let isScriptAnswered = false;
    const script = ask('start-a1_-b.js', 'GET', serving.whenGiven).then((answer) => {
      isScriptAnswered = true;
      return answer;
    });
    expect((await ask('login.en.html', 'GET', serving.whenGiven)).status).toBe(200);
    expect((await ask('library.js', 'GET', serving.whenGiven)).status).toBe(200);
    expect(isScriptAnswered).toBe(false);
    serving.give();
    expect((await script).status).toBe(200);
  });
});

describe('before the first paint', () => {
  it('answers the page, and its scripts only afterwards', async () => {
    const painted = createSignal();
    let isScriptAnswered = false;
    const script = ask('library.js', 'GET', now, painted.whenGiven).then((answer) => {
      isScriptAnswered = true;
      return answer;
    });
    expect((await ask('login.en.html', 'GET', now, painted.whenGiven)).status).toBe(200);
    expect(isScriptAnswered).toBe(false);
    painted.give();
    expect((await script).status).toBe(200);
  });
});
