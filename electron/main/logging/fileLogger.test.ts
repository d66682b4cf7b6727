import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileLogger, parseLogLevel } from './fileLogger';

describe('FileLogger', () => {
  let folder: string;
  const lines = async () => (await readFile(join(folder, 'main.log'), 'utf8')).trim().split(/\r?\n/);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'logs-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('writes in order what waited for the file and what came after, from its level up', async () => {
    const logger = new FileLogger({ folder, level: 'info' });
    logger.info('starting', { attempt: 1, isFirst: true, reason: null });
    logger.debug('a detail');
    expect(await readdir(folder)).toEqual([]);
    await logger.open();
    logger.warn('slow', { duration: 12_345_678_901 });
    logger.error('broken');
    expect((await lines()).map((line) => line.replace(/^\[[^\]]+\] /, '').replace(/ +/g, ' '))).toEqual([
      '[info] starting attempt=1 isFirst=true reason=null',
      '[warn] slow duration=12345678901',
      '[error] broken',
    ]);
  });

  it('obeys the level of a policy, also for lines that wait for the file', async () => {
    const logger = new FileLogger({ folder, level: 'info' });
    logger.info('early');
    logger.error('early and broken');
    logger.setLevel('error');
    await logger.open();
    logger.warn('slow');
    logger.setLevel('debug');
    logger.debug('a detail');
    expect((await lines()).map((line) => line.replace(/^\[[^\]]+\] /, '').replace(/ +/g, ' '))).toEqual([
      '[error] early and broken',
      '[debug] a detail',
    ]);
  });

  it('keeps secrets and line breaks out of the file, wherever they came from', async () => {
    const logger = new FileLogger({ folder, level: 'debug' });
    await logger.open();
    logger.info('login of ana@example.com\nwith token=abcdefghij', { detail: 'Bearer abcdefghij\n[error] forged' });
    expect(await lines()).toHaveLength(1);
    expect((await lines()).join()).not.toMatch(/ana@|abcdefghij/);
  });

  it('keeps the log small, with one older file beside it', async () => {
    const logger = new FileLogger({ folder, level: 'info' });
    await logger.open();
    const detail = 'word '.repeat(20_000);
    for (let count = 0; count < 50; count += 1) logger.info('long', { detail });
    expect((await readdir(folder)).sort()).toEqual(['main.log', 'main.old.log']);
  });
});

describe('parseLogLevel', () => {
  it.each([
    ['debug', 'debug'],
    [' WARN ', 'warn'],
    [undefined, undefined],
    ['everything', undefined],
  ] as const)('takes %j as %s', (value, level) => {
    expect(parseLogLevel(value)).toBe(level);
  });
});
