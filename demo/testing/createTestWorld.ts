import { platformEventSchema, type PlatformEvent } from '../../shared/platform/events';
import type { MicrosoftProvider } from '../auth/microsoftProvider';
import { createAccounts, createWorld } from '../createWorld';
import type { World } from '../world';
import { ManualClock } from './manualClock';

export interface TestWorld extends World {
  readonly time: ManualClock;
  /** Opens an agent's event stream; what it returns closes it. */
  connect(agentId: string): () => void;
  /** Connects agents, and logs each in to a queue. */
  staff(queueId: string, ...agentIds: readonly string[]): void;
  /** What an agent was told since the stream opened. */
  told(agentId: string): readonly PlatformEvent[];
}

const noProvider: MicrosoftProvider = {
  application: { authority: 'https://localhost/tenant', clientId: 'client', scopes: ['openid'] },
  tenantId: 'tenant',
  issuer: 'https://localhost/tenant/v2.0',
  loadKeys: () => Promise.reject(new Error('There is no identity provider in this test')),
};

/** The whole platform without its servers, on a clock that stands still. */
export const createTestWorld = async (microsoft: MicrosoftProvider = noProvider): Promise<TestWorld> => {
  const time = new ManualClock();
  const world = createWorld(time, await createAccounts(), {
    seed: 1,
    accessTokenSeconds: 300,
    offerSeconds: 20,
    logsInAfterReset: true,
    microsoft,
  });
  const texts = new Map<string, string[]>();
  const connect = (agentId: string) => {
    const received: string[] = [];
    texts.set(agentId, received);
    return world.events.open({ agentId, sessionId: `session of ${agentId}` }, null, {
      write: (text) => received.push(text),
      end: () => undefined,
    });
  };
  return {
    ...world,
    time,
    connect,
    staff: (queueId, ...agentIds) => {
      for (const agentId of agentIds) {
        connect(agentId);
        world.presence.logIn(agentId, [queueId]);
      }
    },
    told: (agentId) =>
      (texts.get(agentId) ?? []).flatMap((text): PlatformEvent[] => {
        const data = /^data: (.*)$/m.exec(text)?.[1];
        const events = data === undefined ? [] : [platformEventSchema.parse(JSON.parse(data))];
        return events.filter(({ type }) => type !== 'heartbeat');
      }),
  };
};
