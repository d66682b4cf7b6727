import { describe, expect, it } from 'vitest';
import { fail, succeed, type Result } from '../../../shared/state/problem';
import { LoginQuestions } from './loginQuestions';

const microsoft = { authority: 'https://login.example/tenant', clientId: 'client', scopes: ['openid'] };

const ask = (answer: Result<unknown>) => {
  const calls: unknown[] = [];
  const platform = {
    call: async (name: string, options?: unknown) => {
      calls.push([name, options]);
      // The contract's table of answers: a fake for all endpoints can't follow it.
      return answer as Result<never>;
    },
  };
  return { calls, questions: new LoginQuestions({ platform, language: () => 'en' }) };
};

describe('LoginQuestions', () => {
  it.each([
    [microsoft, true],
    [null, false],
  ])('tells whether Microsoft is offered, and nothing of how: %j', async (configured, isOffered) => {
    const { questions, calls } = ask(succeed({ password: true, microsoft: configured, selfManaged: false }));
    expect(await questions.readOptions('ana@boreal.example')).toEqual(
      succeed({ password: true, microsoft: isOffered, selfManaged: false }),
    );
    expect(calls).toEqual([['readLoginOptions', { body: { email: 'ana@boreal.example' } }]]);
  });

  it("asks for the e-mail in the interface's language", async () => {
    const { questions, calls } = ask(succeed(undefined));
    expect(await questions.requestPasswordLink('ana@boreal.example')).toEqual(succeed(undefined));
    expect(calls).toEqual([['requestPasswordReset', { body: { email: 'ana@boreal.example', language: 'en' } }]]);
  });

  it('passes on what kept the platform from answering', async () => {
    const { questions } = ask(fail({ kind: 'no-network' }));
    expect(await questions.readOptions('ana@boreal.example')).toEqual(fail({ kind: 'no-network' }));
    expect(await questions.requestPasswordLink('ana@boreal.example')).toEqual(fail({ kind: 'no-network' }));
  });
});
