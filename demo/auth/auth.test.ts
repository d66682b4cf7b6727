import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { hour } from '../base/instants';
import { createTestWorld, type TestWorld } from '../testing/createTestWorld';
import { checkResetLink } from './checkResetLink';
import { lockOutDuration } from './lockOut';
import { resetPassword } from './resetPassword';
import { requestPasswordReset } from './requestPasswordReset';

const ana = { id: 'agent-1', email: 'ana.souza@aurora.example', password: 'Girassol@2026' };

let world: TestWorld;
beforeEach(async () => {
  world = await createTestWorld();
});

const check = (password: string, email = ana.email) => world.passwordLogin.check(email, password);

describe('logging in', () => {
  it('takes the right password, whatever the case of the e-mail', async () => {
    expect(await check(ana.password, 'Ana.Souza@Aurora.example')).toMatchObject({ id: ana.id });
  });

  it.each([ana.email, 'nobody@aurora.example', 'fernanda.lima@boreal.example'])(
    'locks %s after five wrong passwords, tried one after the other or all at once, with or without an account',
    async (email) => {
      const tries = await Promise.allSettled(Array.from({ length: 6 }, () => check('wrong', email)));
      const codes = tries.map((settled) => (settled.status === 'rejected' ? String(settled.reason) : 'in'));
      expect(codes).toEqual([
        ...Array<string>(4).fill('ProblemError: invalid-credentials'),
        'ProblemError: account-locked',
        'ProblemError: account-locked',
      ]);
    },
  );

  it('refuses even the right password while locked, and takes it afterwards', async () => {
    await Promise.allSettled(Array.from({ length: 5 }, () => check('wrong')));
    await expect(check(ana.password)).rejects.toThrow('account-locked');
    world.time.advance(lockOutDuration);
    expect(await check(ana.password)).toMatchObject({ id: ana.id });
  });

  it('counts from one again after the right password', async () => {
    await Promise.allSettled(Array.from({ length: 4 }, () => check('wrong')));
    await check(ana.password);
    await expect(check('wrong')).rejects.toThrow('invalid-credentials');
  });
});

describe('sessions', () => {
  it('end when the agent logs in on another computer, and say so', () => {
    const first = world.sessions.open(ana.id);
    const second = world.sessions.open(ana.id);
    expect(world.sessions.authenticate(first.accessToken)).toBeNull();
    expect(world.sessions.authenticate(second.accessToken)).not.toBeNull();
    expect(() => world.sessions.refresh(first.refreshToken)).toThrow(
      expect.objectContaining({ problem: { code: 'refresh-refused', reason: 'replaced' } }),
    );
  });

  it('rotate the refresh token, and end when an old one is used again', () => {
    const first = world.sessions.open(ana.id);
    const second = world.sessions.refresh(first.refreshToken);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    const reused: unknown = expect.objectContaining({ problem: { code: 'refresh-refused', reason: 'reused' } });
    expect(() => world.sessions.refresh(first.refreshToken)).toThrow(reused);
    expect(() => world.sessions.refresh(second.refreshToken)).toThrow(reused);
    expect(world.sessions.authenticate(second.accessToken)).toBeNull();
  });

  it('give access tokens that expire, while the session goes on', () => {
    const tokens = world.sessions.open(ana.id);
    world.time.advance(300_000 - 1);
    expect(world.sessions.authenticate(tokens.accessToken)).not.toBeNull();
    world.time.advance(1);
    expect(world.sessions.authenticate(tokens.accessToken)).toBeNull();
    expect(world.sessions.live()).toHaveLength(1);
  });

  it('keep no token, only hashes', () => {
    const tokens = world.sessions.open(ana.id);
    const kept = JSON.stringify(world.sessions.snapshot());
    expect(kept).not.toContain(tokens.accessToken);
    expect(kept).not.toContain(tokens.refreshToken);
  });
});

describe('a new password', () => {
  const ask = async (email = ana.email) => {
    const body = { email, language: 'pt-BR' as const };
    await requestPasswordReset(world, { caller: null, parameters: {}, query: undefined, body });
    // The e-mail goes out after the answer.
    await setImmediate();
  };
  const reset = async (token: string, password: string, wantsSession = false) =>
    resetPassword(world, { caller: null, parameters: {}, query: undefined, body: { token, password, wantsSession } });
  const checkLink = (token: string) =>
    checkResetLink(world, { caller: null, parameters: {}, query: undefined, body: { token } });
  const newestToken = () => world.mailbox.all().at(-1)?.token ?? '';
  const refusedAs = (reason: string) =>
    expect.objectContaining({ problem: { code: 'reset-link-refused', reason } }) as unknown;

  it('is set with the link of the e-mail, once, and ends the sessions', async () => {
    const tokens = world.sessions.open(ana.id);
    await ask();
    await reset(newestToken(), 'Margarida@2027');
    expect(world.sessions.authenticate(tokens.accessToken)).toBeNull();
    expect(await check('Margarida@2027')).toMatchObject({ id: ana.id });
    await expect(check(ana.password)).rejects.toThrow('invalid-credentials');
    await expect(reset(newestToken(), 'Margarida@2028')).rejects.toEqual(refusedAs('used'));
  });

  it('must meet the policy, and a refusal does not use the link up', async () => {
    await ask();
    await expect(reset(newestToken(), 'curta')).rejects.toThrow('password-policy');
    await expect(reset(newestToken(), 'Proibido&2027')).rejects.toThrow('password-policy');
    await reset(newestToken(), 'Margarida@2027');
    expect(await check('Margarida@2027')).toMatchObject({ id: ana.id });
  });

  it('is not set with a link that is too old, superseded or made up', async () => {
    await ask();
    const older = newestToken();
    await ask();
    await expect(reset(older, 'Margarida@2027')).rejects.toEqual(refusedAs('expired'));
    await expect(reset('made-up-token-of-nobody', 'Margarida@2027')).rejects.toEqual(refusedAs('unknown'));
    world.time.advance(hour);
    await expect(reset(newestToken(), 'Margarida@2027')).rejects.toEqual(refusedAs('expired'));
  });

  it('logs in with it whoever wants that, after every other session has ended', async () => {
    const elsewhere = world.sessions.open(ana.id);
    const reasons: unknown[] = [];
    world.sessions.ended.listen(({ sessionId, reason }) => reasons.push({ sessionId, reason }));
    await ask();
    const answer = await reset(newestToken(), 'Margarida@2027', true);
    expect(reasons).toEqual([{ sessionId: elsewhere.sessionId, reason: 'revoked' }]);
    if (answer.next !== 'session') throw new Error('There is no session');
    expect(answer.email).toBe(ana.email);
    expect(world.sessions.authenticate(answer.tokens.accessToken)).toMatchObject({ agentId: ana.id });
  });

  it.each([
    ['nobody wants one', false, true],
    ['the platform does not log in that way', true, false],
  ])('leads to the login, without a session, where %s', async (_, wantsSession, logsInAfterReset) => {
    world = { ...world, tenant: { ...world.tenant, logsInAfterReset } };
    await ask();
    expect(await reset(newestToken(), 'Margarida@2027', wantsSession)).toEqual({ next: 'login', email: ana.email });
    expect(world.sessions.live()).toEqual([]);
  });

  it('can be asked whose it sets, which leaves the link good', async () => {
    await ask();
    expect(checkLink(newestToken())).toEqual({ email: ana.email });
    expect(checkLink(newestToken())).toEqual({ email: ana.email });
    await reset(newestToken(), 'Margarida@2027');
    expect(() => checkLink(newestToken())).toThrow(refusedAs('used'));
    expect(() => checkLink('made-up-token-of-nobody')).toThrow(refusedAs('unknown'));
  });

  it('is not for a group that manages its own accounts, though the e-mail comes', async () => {
    await ask('fernanda.lima@boreal.example');
    expect(() => checkLink(newestToken())).toThrow(refusedAs('self-managed'));
    await expect(reset(newestToken(), 'Margarida@2027')).rejects.toEqual(refusedAs('self-managed'));
  });

  it('is asked for without the answer waiting for anything, or knowing whether there is an account', async () => {
    const lookUp = vi.spyOn(world.agents, 'findByEmail');
    for (const email of [ana.email, 'nobody@aurora.example']) {
      lookUp.mockClear();
      const body = { email, language: 'pt-BR' as const };
      const answer = requestPasswordReset(world, { caller: null, parameters: {}, query: undefined, body });
      expect(answer).toBeUndefined();
      expect(lookUp).not.toHaveBeenCalled();
      await setImmediate();
      expect(lookUp).toHaveBeenCalledOnce();
    }
  });

  it('brings no e-mail where there is no account, and not more than five an hour', async () => {
    await ask('nobody@aurora.example');
    expect(world.mailbox.all()).toEqual([]);
    for (let count = 0; count < 6; count += 1) await ask();
    expect(world.mailbox.all()).toHaveLength(5);
  });
});
