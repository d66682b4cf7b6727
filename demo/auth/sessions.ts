import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Tokens } from '../../shared/platform/auth';
import type { SessionEndReason } from '../../shared/platform/events';
import type { Clock } from '../base/clock';
import { day, toInstant } from '../base/instants';
import { Signal } from '../base/signal';
import { Timers } from '../base/timers';
import type { Caller } from '../http/call';
import { ProblemError } from '../http/problemError';
import { decideRefresh, endFamily, rotateFamily, startFamily, tokenFamilySchema } from './tokenFamily';
import { createToken, hashToken } from './tokens';

const sessionSchema = z.object({
  id: z.string(),
  agentId: z.string(),
  createdAt: z.number(),
  family: tokenFamilySchema,
});

const accessSchema = z.object({ sessionId: z.string(), expiresAt: z.number() });

export const sessionsSnapshotSchema = z.object({
  sessions: z.array(sessionSchema),
  access: z.array(z.tuple([z.string(), accessSchema])),
});

export type Session = Readonly<z.infer<typeof sessionSchema>>;

/** A session that has ended. `reason` is null where the agent logged out. */
export interface SessionEnd extends Caller {
  readonly reason: SessionEndReason | null;
}

/** How long a refresh token lasts, in milliseconds. */
export const refreshTokenLifetime = 30 * day;
/** How many ended sessions are remembered, to tell an old refresh token why it is refused. */
const rememberedSessions = 500;

/** Owns the sessions. An agent has one at a time: logging in on another computer ends the one before. */
export class Sessions {
  readonly ended = new Signal<SessionEnd>();
  private readonly sessions = new Map<string, Session>();
  private readonly access = new Map<string, z.infer<typeof accessSchema>>();
  private readonly timers: Timers;

  constructor(
    private readonly clock: Clock,
    private readonly accessTokenLifetime: number,
  ) {
    this.timers = new Timers(clock);
  }

  open(agentId: string): Tokens {
    for (const session of this.live()) if (session.agentId === agentId) this.end(session.id, 'replaced');
    const refreshToken = createToken();
    const session: Session = {
      id: `session-${randomBytes(9).toString('base64url')}`,
      agentId,
      createdAt: this.clock.now(),
      family: startFamily(hashToken(refreshToken), this.clock.now() + refreshTokenLifetime),
    };
    this.put(session);
    return this.issue(session, refreshToken);
  }

  /** Throws `refresh-refused`; a token used before ends the session. */
  refresh(refreshToken: string): Tokens {
    const hash = hashToken(refreshToken);
    const session = [...this.sessions.values()].find(
      ({ family }) => family.current === hash || family.used.includes(hash),
    );
    if (!session) throw new ProblemError({ code: 'refresh-refused', reason: 'unknown' });
    const decision = decideRefresh(session.family, hash, this.clock.now());
    if (decision.kind === 'refuse') {
      this.end(session.id, decision.reason);
      throw new ProblemError({ code: 'refresh-refused', reason: decision.reason });
    }
    const nextToken = createToken();
    const expiresAt = this.clock.now() + refreshTokenLifetime;
    const rotated: Session = { ...session, family: rotateFamily(session.family, hashToken(nextToken), expiresAt) };
    this.put(rotated);
    return this.issue(rotated, nextToken);
  }

  /** Whose access token this is, or null where it is unknown, expired, or its session has ended. */
  authenticate(accessToken: string): Caller | null {
    const caller = this.identify(accessToken);
    return caller && this.isLive(caller.sessionId) ? caller : null;
  }

  /** Whose access token this is, even where its session has ended; null where it is unknown or expired. */
  identify(accessToken: string): Caller | null {
    const access = this.access.get(hashToken(accessToken));
    const session = access && this.sessions.get(access.sessionId);
    if (!session || access.expiresAt <= this.clock.now()) return null;
    return { agentId: session.agentId, sessionId: session.id };
  }

  isLive(sessionId: string): boolean {
    const session = this.sessions.get(sessionId);
    return session !== undefined && session.family.ended === null;
  }

  /** Ends a session; one that has ended stays as it is. */
  end(sessionId: string, reason: SessionEndReason | null): void {
    const session = this.sessions.get(sessionId);
    if (!session || session.family.ended !== null) return;
    this.sessions.set(sessionId, { ...session, family: endFamily(session.family, reason ?? 'revoked') });
    this.timers.clear(sessionId);
    this.ended.send({ agentId: session.agentId, sessionId, reason });
  }

  endAllOf(agentId: string, reason: SessionEndReason): void {
    for (const session of this.live()) if (session.agentId === agentId) this.end(session.id, reason);
  }

  live(): readonly Session[] {
    return [...this.sessions.values()].filter(({ family }) => family.ended === null);
  }

  snapshot(): z.infer<typeof sessionsSnapshotSchema> {
    return { sessions: [...this.sessions.values()], access: [...this.access] };
  }

  restore({ sessions, access }: z.infer<typeof sessionsSnapshotSchema>): void {
    for (const [hash, value] of access) this.access.set(hash, value);
    for (const session of sessions) this.put(session);
  }

  private put(session: Session): void {
    this.sessions.set(session.id, session);
    if (session.family.ended === null) {
      this.timers.set(session.id, session.family.expiresAt, () => {
        this.end(session.id, 'expired');
      });
    }
    for (const { id, family } of this.sessions.values()) {
      if (this.sessions.size <= rememberedSessions) break;
      if (family.ended !== null) this.sessions.delete(id);
    }
  }

  private issue(session: Session, refreshToken: string): Tokens {
    const now = this.clock.now();
    for (const [hash, { expiresAt }] of this.access) if (expiresAt <= now) this.access.delete(hash);
    const accessToken = createToken();
    const expiresAt = now + this.accessTokenLifetime;
    this.access.set(hashToken(accessToken), { sessionId: session.id, expiresAt });
    return {
      sessionId: session.id,
      accessToken,
      accessTokenExpiresAt: toInstant(expiresAt),
      refreshToken,
      serverTime: toInstant(now),
    };
  }
}
