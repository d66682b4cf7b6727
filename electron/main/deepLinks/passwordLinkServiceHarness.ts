import { expect } from 'vitest';
import type { Agent } from '../../../shared/platform/agent';
import type { HoldingAttendance } from '../../../shared/platform/problems';
import type { DeepLink } from '../../../shared/rules/deepLink';
import { succeed, type Result } from '../../../shared/state/problem';
import type { AttendanceListState } from '../../../shared/state/attendances';
import type { SessionState } from '../../../shared/state/session';
import { settle } from '../base/fakeClock';
import { ObservableState } from '../base/observable';
import type { LeaveState } from '../lifecycle/lifecycleService';
import { MemoryLogger } from '../logging/memoryLogger';
import { PasswordLinkService } from './passwordLinkService';

export const email = 'ana@boreal.example';
export const token = (number: number): string => `token-number-${String(number).padStart(6, '0')}`;
export const link = (number: number): DeepLink => ({ kind: 'reset-password', token: token(number) });
export const agent: Agent = {
  id: 'agent-1',
  name: 'Ana',
  email,
  extension: null,
  photo: null,
  permissions: [],
  maximumAttendances: 3,
  omnichannel: { enabled: true },
};
export const signedOut: SessionState = { kind: 'signed-out', reason: null };
export const signedIn: SessionState = { kind: 'signed-in', agent, survivesRestart: true };
export const tokens = {
  accessToken: 'access-token-0123456789',
  accessExpiresAt: '2026-11-22T12:10:00.000Z',
  refreshToken: 'refresh-token-0123456789',
  refreshExpiresAt: '2026-11-29T12:00:00.000Z',
  serverTime: '2026-11-22T12:00:00.000Z',
};

const holdingAttendance: HoldingAttendance = {
  id: 'attendance-1',
  customerName: 'Maria',
  channel: 'whatsapp',
  since: '2026-11-22T12:00:00.000Z',
};

/** What was asked of the platform, and how to answer it. */
interface Call {
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly answer: (answer: Result<unknown>) => Promise<void>;
}

/** A service in a world that the test moves: the platform answers when it is told to. */
export const create = (initial: SessionState = signedOut) => {
  const calls: Call[] = [];
  const platform = {
    call: (name: string, options?: { readonly body?: unknown }) =>
      new Promise<Result<never>>((resolve) => {
        calls.push({
          name,
          body: { ...(options?.body ?? {}) },
          answer: async (answer) => {
            // The contract's table of answers: a fake for all endpoints can't follow it.
            resolve(answer as Result<never>);
            await settle();
          },
        });
      }),
  };
  const session = new ObservableState<SessionState>(initial);
  const adopted: string[] = [];
  const remembered: string[] = [];
  const world: { adoption: Result<undefined> } = { adoption: succeed(undefined) };
  const leaving = new ObservableState<LeaveState>({ kind: 'running' });
  const list = new ObservableState<AttendanceListState>({ isLoaded: true, attendances: [] });
  let holding: readonly HoldingAttendance[] = [];
  /** So many attendances are in progress from now on. */
  const serve = (count: number): void => {
    holding = Array.from({ length: count }, () => holdingAttendance);
    list.set({ ...list.value });
  };
  const logger = new MemoryLogger();
  const service = new PasswordLinkService({
    mayLogInWithPassword: true,
    platform,
    session: {
      state: session,
      adopt: (address) => {
        adopted.push(address);
        if (world.adoption.ok) session.set(signedIn);
        return Promise.resolve(world.adoption);
      },
    },
    settings: { rememberEmail: (address) => remembered.push(address) },
    attendances: { holding: () => holding, list },
    leaving,
    logger,
  });
  const last = (): Call => {
    const call = calls.at(-1);
    if (call === undefined) throw new Error('Nothing was asked');
    return call;
  };
  return { service, calls, last, session, adopted, remembered, world, serve, leaving, logger };
};

/** A service with the form open for the first link. */
export const createOpen = async (initial: SessionState = signedOut) => {
  const parts = create(initial);
  parts.service.take(link(1));
  parts.service.open();
  await parts.last().answer(succeed({ email }));
  expect(parts.service.state.value).toEqual({ kind: 'open', email });
  return parts;
};
