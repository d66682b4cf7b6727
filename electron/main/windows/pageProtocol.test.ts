import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerPageRequest } from './pageProtocol';

let root = '';

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pages-'));
  await writeFile(path.join(root, 'login.en.html'), '<!doctype html>');
  await writeFile(path.join(root, 'login.js'), 'export {};');
  await writeFile(path.join(root, 'notes.txt'), 'not a page');
});

afterAll(() => rm(root, { recursive: true }));

const ask = (name: string, method = 'GET', whenServing: Promise<unknown> = Promise.resolve()) =>
  answerPageRequest({ method, url: `smartspace-app://bundle/${name}` }, { root, whenServing });

describe('answerPageRequest', () => {
  it('answers a page with the policy and its type', async () => {
    const answer = await ask('login.en.html');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toBe('<!doctype html>');
  });

  it('refuses other methods, missing files and kinds of files that pages do not use', async () => {
    expect((await ask('login.en.html', 'POST')).status).toBe(405);
    expect((await ask('missing.js')).status).toBe(404);
    expect((await ask('notes.txt')).status).toBe(404);
  });

  it('holds scripts back until main answers their channels, but not the page', async () => {
    let serve = (): void => undefined;
    const whenServing = new Promise<void>((resolve) => {
      serve = resolve;
    });
    let isScriptAnswered = false;
    const script = ask('login.js', 'GET', whenServing).then((answer) => {
      isScriptAnswered = true;
      return answer;
    });
    expect((await ask('login.en.html', 'GET', whenServing)).status).toBe(200);
    expect(isScriptAnswered).toBe(false);
    serve();
    expect((await script).status).toBe(200);
  });
});
