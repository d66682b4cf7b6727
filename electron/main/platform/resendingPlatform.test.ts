import { beforeEach, describe, expect, it } from 'vitest';
import type { Agent } from '../../../shared/platform/agent';
import type { EndpointName } from '../../../shared/platform/endpoints';
import { fail, succeed, type Result } from '../../../shared/state/problem';
import type { SessionState } from '../../../shared/state/session';
import { settle } from '../base/fakeClock';
import { ObservableState } from '../base/observable';
import type { Platform } from './platform';
import { ResendingPlatform } from './resendingPlatform';

const agent = (id: string): Agent => ({
  id,
  name: id,
  email: `${id}@example.com`,
  extension: null,
  photo: null,
  permissions: ['attendance'],
  maximumAttendances: 5,
  omnichannel: { enabled: true },
});
const signedIn = (id: string): SessionState => ({ kind: 'signed-in', agent: agent(id), survivesRestart: true });
const over = fail({ kind: 'session-ended', reason: 'expired' });

describe('ResendingPlatform', () => {
  let sent: { readonly name: EndpointName; readonly commandId: string | undefined }[];
  let answers: Result<undefined>[];
  let session: ObservableState<SessionState>;
  let resending: ResendingPlatform;

  beforeEach(() => {
    sent = [];
    answers = [over];
    session = new ObservableState<SessionState>({ kind: 'expired', agent: agent('ana'), reason: 'expired' });
    const call = (name: EndpointName, options: { readonly commandId?: string } = {}) => {
      sent.push({ name, commandId: options.commandId });
      return Promise.resolve(answers.shift() ?? succeed(undefined));
    };
    // One answer stands for all of the contract's.
    resending = new ResendingPlatform({ platform: { call: call as Platform['call'] }, session });
  });

  it('sends a command again, once and under the same id, when the same agent is back', async () => {
    const finished = resending.call('rejectAttendance', { parameters: { attendanceId: 'a' } });
    await settle();
    expect(sent).toHaveLength(1);
    session.set(signedIn('ana'));
    expect(await finished).toEqual(succeed(undefined));
    expect(sent).toHaveLength(2);
    expect(sent[0]?.commandId).toMatch(/^[\w-]{16,}$/);
    expect(sent[1]).toEqual(sent[0]);
  });

  it('does not send it a third time', async () => {
    answers = [over, over];
    const finished = resending.call('rejectAttendance');
    await settle();
    session.set(signedIn('ana'));
    expect(await finished).toEqual(over);
    expect(sent).toHaveLength(2);
  });

  it.each<SessionState>([signedIn('bruno'), { kind: 'signed-out', reason: null }])(
    'does not send it for anybody else: $kind',
    async (state) => {
      const finished = resending.call('rejectAttendance');
      await settle();
      session.set(state);
      expect(await finished).toEqual(over);
      session.set(signedIn('ana'));
      await settle();
      expect(sent).toHaveLength(1);
    },
  );

  it('waits no longer than whoever asked', async () => {
    const asked = new AbortController();
    const finished = resending.call('rejectAttendance', { signal: asked.signal });
    await settle();
    asked.abort();
    expect(await finished).toEqual(over);
  });

  it.each<EndpointName>(['readMe', 'sendMessage', 'logOut', 'logIn'])('leaves %s alone', async (name) => {
    expect(await resending.call(name)).toEqual(over);
    expect(sent).toEqual([{ name, commandId: undefined }]);
  });

  it('does not wait where there is nobody to log in again', async () => {
    session.set({ kind: 'signed-out', reason: null });
    expect(await resending.call('rejectAttendance')).toEqual(over);
  });

  it('does not wait for what the platform refuses for another reason', async () => {
    answers = [fail({ kind: 'offer-gone' })];
    expect(await resending.call('acceptAttendance')).toEqual(fail({ kind: 'offer-gone' }));
    expect(sent).toHaveLength(1);
  });
});
