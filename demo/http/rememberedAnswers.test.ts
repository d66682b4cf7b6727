import { describe, expect, it } from 'vitest';
import { RememberedAnswers, type Answer } from './rememberedAnswers';

const answer = (status: number): Promise<Answer> => Promise.resolve({ status, body: undefined, headers: {} });

describe('RememberedAnswers', () => {
  it('gives the first answer again, to the same agent and the same command only', async () => {
    const remembered = new RememberedAnswers();
    const first = answer(200);
    remembered.remember('ana', 'key-1', 'POST /a', first);
    expect(remembered.find('ana', 'key-1', 'POST /a')).toEqual({ kind: 'answer', answer: first });
    expect(remembered.find('ana', 'key-1', 'POST /b')).toEqual({ kind: 'mismatch' });
    expect(remembered.find('bia', 'key-1', 'POST /a')).toBeNull();
    await first;
  });

  it('forgets the oldest keys first', () => {
    const remembered = new RememberedAnswers(2);
    for (const key of ['one', 'two', 'three']) remembered.remember('ana', key, 'POST /a', answer(200));
    expect(remembered.find('ana', 'one', 'POST /a')).toBeNull();
    expect(remembered.find('ana', 'three', 'POST /a')).not.toBeNull();
  });

  it('does not remember a failure of the platform: the command may be tried again', async () => {
    const remembered = new RememberedAnswers();
    const failed = answer(500);
    remembered.remember('ana', 'key-1', 'POST /a', failed);
    await failed;
    await Promise.resolve();
    expect(remembered.find('ana', 'key-1', 'POST /a')).toBeNull();
  });
});
