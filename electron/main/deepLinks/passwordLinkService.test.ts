import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../../shared/state/problem';
import {
  agent,
  create,
  createOpen,
  email,
  link,
  signedIn,
  signedOut,
  token,
  tokens,
} from './passwordLinkServiceHarness';

describe('PasswordLinkService', () => {
  it('has a link checked and opens the form', async () => {
    const { service, last } = create();
    service.take(link(1));
    expect(service.state.value).toEqual({ kind: 'checking' });
    expect(last()).toMatchObject({ name: 'checkResetLink', body: { token: token(1) } });
    await last().answer(succeed({ email }));
    expect(service.state.value).toEqual({ kind: 'open', email });
  });

  it('leaves a link for something else alone', () => {
    const { service, calls } = create();
    service.take({ kind: 'foreign' });
    expect(service.state.value).toEqual({ kind: 'none' });
    expect(calls).toEqual([]);
  });

  it('checks one at a time of a thousand links, and after the first only the newest', async () => {
    const { service, calls, logger } = create();
    for (let number = 0; number < 1000; number += 1) service.take(link(number));
    expect(calls.map(({ body }) => body['token'])).toEqual([token(0)]);
    await calls[0]?.answer(succeed({ email: 'first@boreal.example' }));
    expect(service.state.value).toEqual({ kind: 'checking' });
    expect(calls.map(({ body }) => body['token'])).toEqual([token(0), token(999)]);
    await calls[1]?.answer(succeed({ email }));
    expect(service.state.value).toEqual({ kind: 'open', email });
    expect(logger.lines.length).toBeLessThan(5);
  });

  it('tells somebody at work that a link waits, until the agent is free and opens it', async () => {
    const { service, calls, serve, leaving, last } = create(signedIn);
    serve(1);
    service.take(link(1));
    service.open();
    expect(service.state.value).toEqual({ kind: 'waiting', canOpen: false });
    serve(0);
    expect(service.state.value).toEqual({ kind: 'waiting', canOpen: true });
    leaving.set({ kind: 'asking', reason: 'sign-out' });
    expect(service.state.value).toEqual({ kind: 'waiting', canOpen: false });
    leaving.set({ kind: 'running' });
    expect(calls).toEqual([]);
    service.open();
    await last().answer(succeed({ email }));
    expect(service.state.value).toEqual({ kind: 'open', email });
  });

  it('waits for the word whether somebody is logged in, and says nothing meanwhile', () => {
    const { service, session, calls } = create({ kind: 'starting' });
    service.take(link(1));
    expect(service.state.value).toEqual({ kind: 'none' });
    expect(calls).toEqual([]);
    session.set(signedOut);
    expect(service.state.value).toEqual({ kind: 'checking' });
    expect(calls).toHaveLength(1);
  });

  it('keeps a link for the agent whose stored login goes on', () => {
    const { service, session, calls } = create({ kind: 'starting' });
    service.take(link(1));
    session.set({ kind: 'resuming', email });
    expect(service.state.value).toEqual({ kind: 'waiting', canOpen: true });
    expect(calls).toEqual([]);
  });

  it('opens what waited once the agent has logged out', () => {
    const { service, session } = create(signedIn);
    service.take(link(1));
    session.set(signedOut);
    expect(service.state.value).toEqual({ kind: 'checking' });
  });

  it('does not ask the platform twice about a link that it has refused', async () => {
    const { service, calls, last } = create();
    service.take(link(1));
    await last().answer(fail({ kind: 'reset-link-refused', reason: 'self-managed' }));
    service.dismiss();
    service.take(link(1));
    expect(service.state.value).toEqual({ kind: 'refused', reason: 'self-managed' });
    expect(calls).toHaveLength(1);
  });

  it('has a link checked again when the network is back', async () => {
    const { service, calls, last } = create();
    service.take(link(1));
    await last().answer(fail({ kind: 'no-network' }));
    expect(service.state.value).toEqual({ kind: 'unreachable', cause: 'no-network' });
    service.open();
    expect(service.state.value).toEqual({ kind: 'checking' });
    expect(calls).toHaveLength(2);
  });

  it('sets the password and goes straight into a session', async () => {
    const { service, last, adopted, remembered } = await createOpen();
    const saving = service.save('Girassol@2026');
    expect(service.state.value).toEqual({ kind: 'open', email });
    expect(last()).toMatchObject({
      name: 'resetPassword',
      body: { token: token(1), password: 'Girassol@2026', wantsSession: true },
    });
    await last().answer(succeed({ next: 'session', email, tokens }));
    expect(await saving).toEqual(succeed('signed-in'));
    expect(adopted).toEqual([email]);
    expect(remembered).toEqual([]);
    expect(service.state.value).toEqual({ kind: 'none' });
    service.take(link(1));
    service.open();
    expect(service.state.value).toEqual({ kind: 'refused', reason: 'used' });
  });

  it.each([
    ['the platform wants it so', { next: 'login', email }, succeed(undefined)],
    ['the session can not be begun', { next: 'session', email, tokens }, fail({ kind: 'no-network' })],
  ])('leads to the login with the e-mail filled in where %s', async (_why, set, adoption) => {
    const { service, last, world, remembered } = await createOpen();
    world.adoption = adoption;
    const saving = service.save('Girassol@2026');
    await last().answer(succeed(set));
    expect(await saving).toEqual(succeed('login'));
    expect(remembered).toEqual([email]);
    expect(service.state.value).toEqual({ kind: 'none' });
  });

  it('leaves whoever is logged in where they are', async () => {
    const { service, last, adopted, remembered } = await createOpen(signedIn);
    const saving = service.save('Girassol@2026');
    expect(last().body).toMatchObject({ wantsSession: false });
    await last().answer(succeed({ next: 'login', email }));
    expect(await saving).toEqual(succeed('saved'));
    expect([...adopted, ...remembered]).toEqual([]);
  });

  it.each([
    [email.toUpperCase(), true],
    ['bruno@boreal.example', false],
  ])('goes on with an expired session only for its own agent: %s', async (address, wantsSession) => {
    const { service, last } = await createOpen({
      kind: 'expired',
      agent: { ...agent, email: address },
      reason: 'revoked',
    });
    const saving = service.save('Girassol@2026');
    expect(last().body).toMatchObject({ wantsSession });
    await last().answer(succeed({ next: 'session', email, tokens }));
    expect(await saving).toEqual(succeed(wantsSession ? 'signed-in' : 'saved'));
  });

  it('stays open when the network fails while saving, and tries again with the same link', async () => {
    const { service, last } = await createOpen();
    const failing = service.save('Girassol@2026');
    await last().answer(fail({ kind: 'no-network' }));
    expect(await failing).toEqual(fail({ kind: 'no-network' }));
    expect(service.state.value).toEqual({ kind: 'open', email });
    const saving = service.save('Girassol@2026');
    await last().answer(succeed({ next: 'login', email }));
    expect(await saving).toEqual(succeed('login'));
  });

  it('tells when the link stopped working while the form was open', async () => {
    const { service, last } = await createOpen();
    const saving = service.save('Girassol@2026');
    await last().answer(fail({ kind: 'reset-link-refused', reason: 'expired' }));
    expect(await saving).toEqual(fail({ kind: 'reset-link-refused', reason: 'expired' }));
    expect(service.state.value).toEqual({ kind: 'refused', reason: 'expired' });
  });

  it('saves once at a time, and only with an open link', async () => {
    const { service, calls, last } = await createOpen();
    const saving = service.save('Girassol@2026');
    expect(await service.save('Girassol@2027')).toMatchObject({ ok: false });
    expect(calls.filter(({ name }) => name === 'resetPassword')).toHaveLength(1);
    await last().answer(succeed({ next: 'login', email }));
    await saving;
    expect(await service.save('Girassol@2028')).toEqual(fail({ kind: 'refused', code: 'no-open-link' }));
  });

  it('logs what became of a link, and neither its token nor whose it is', async () => {
    const { service, last, logger } = await createOpen();
    const saving = service.save('Girassol@2026');
    await last().answer(succeed({ next: 'session', email, tokens }));
    await saving;
    expect(logger.lines.join('\n')).toContain('state="open"');
    expect(logger.lines.join('\n')).not.toMatch(/token-number|ana@|Girassol/);
  });
});
