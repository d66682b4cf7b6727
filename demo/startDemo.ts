import { heartbeatInterval } from '../shared/platform/events';
import { ScaledClock } from './base/clock';
import { createControlServer } from './control/controlServer';
import { Faults } from './control/faults';
import { createAccounts, createWorld } from './createWorld';
import { listen } from './http/listen';
import { createPlatformServer } from './http/platformServer';
import { directory } from './identity/directory';
import { IdentityFaults } from './identity/identityFaults';
import { startIdentity } from './identity/startIdentity';
import { startMail } from './mail/startMail';
import { agentSeeds } from './seed/agents';
import { SimulatedCustomers } from './simulation/simulatedCustomers';
import { DataFile } from './storage/dataFile';
import { Keeper } from './storage/keeper';
import { restoreSnapshot, takeSnapshot, worldSnapshotSchema, type WorldSnapshot } from './storage/worldSnapshot';

export interface DemoOptions {
  /** 0, the default: any free port. */
  readonly port?: number;
  readonly controlPort?: number;
  readonly seed?: number;
  /** Where to keep the state; nothing is kept on disk without it. */
  readonly dataFolder?: string;
  readonly accessTokenSeconds?: number;
  readonly offerSeconds?: number;
  /** Whether setting a password by a link logs the agent in; true, the default. */
  readonly logsInAfterReset?: boolean;
  /** Whether customers arrive and answer by themselves. */
  readonly simulatesCustomers?: boolean;
  /** A real mail server to send e-mails through, `smtp://` or `smtps://`; without it they stay on this computer. */
  readonly smtpUrl?: string;
  /** Whom e-mails are from. */
  readonly emailSender?: string;
  /** An https address that leads to this platform, for links in e-mails to people elsewhere. */
  readonly publicUrl?: string;
}

export interface DemoAgent {
  readonly email: string;
  /** For the platform, or where `login` is `microsoft` for the identity provider. */
  readonly password: string | null;
  readonly name: string;
  readonly login: 'password' | 'microsoft';
  /** Whether the agent can take attendances: enabled, and permitted. */
  readonly omnichannel: boolean;
}

/** A running platform. */
export interface Demo {
  readonly url: string;
  readonly controlUrl: string;
  /** Where a person reads the e-mails it sent. */
  readonly mail: { readonly url: string };
  /** The identity provider where agents with `login: 'microsoft'` sign in. */
  readonly microsoft: {
    readonly authority: string;
    /** The certificate, PEM, of the authority that vouches for the provider; made anew at each start. */
    certificateAuthority(): Promise<string>;
  };
  readonly agents: readonly DemoAgent[];
  /** Ends every stream and frees both ports. */
  stop(): Promise<void>;
}

/** Throws where the folder holds the state of another seed, or of something else. */
const readSnapshot = async (file: DataFile, seed: number): Promise<WorldSnapshot | null> => {
  const content = await file.read();
  if (content === null) return null;
  const snapshot = worldSnapshotSchema.parse(content);
  if (snapshot.seed !== seed) throw new Error(`The data folder was made with --seed ${String(snapshot.seed)}`);
  return snapshot;
};

/** Starts the embedded platform in this process. */
export const startDemo = async (options: DemoOptions = {}): Promise<Demo> => {
  const { port = 0, controlPort = 0, seed = 1 } = options;
  const { accessTokenSeconds = 300, offerSeconds = 20, logsInAfterReset = true } = options;
  const file = options.dataFolder === undefined ? null : new DataFile(options.dataFolder);
  const snapshot = file && (await readSnapshot(file, seed));
  const clock = new ScaledClock(undefined, Math.max(0, snapshot?.clockAheadBy ?? 0), () => keeper?.touch());
  const identityFaults = new IdentityFaults();
  const identity = await startIdentity(identityFaults);
  const world = createWorld(clock, await createAccounts(), {
    seed,
    accessTokenSeconds,
    offerSeconds,
    logsInAfterReset,
    microsoft: identity.provider,
  });
  const keeper = file && new Keeper(file, () => takeSnapshot(world, seed));
  if (snapshot) restoreSnapshot(world, snapshot);

  const faults = new Faults(world.events, identityFaults);
  const platform = createPlatformServer(world, faults);
  const control = createControlServer(world, faults, identity);
  for (const app of [platform, control]) {
    app.addHook('onResponse', async ({ method }) => {
      if (method !== 'GET') keeper?.touch();
      return Promise.resolve();
    });
  }
  const heartbeats = setInterval(() => {
    world.events.sendHeartbeats();
  }, heartbeatInterval);
  if (options.simulatesCustomers) new SimulatedCustomers(world, seed).start();

  const url = await listen(platform, port);
  const platformUrl = options.publicUrl ?? url;
  const mail = await startMail(world, { platformUrl, smtpUrl: options.smtpUrl, from: options.emailSender });
  return {
    url,
    mail: { url: mail.url },
    microsoft: {
      authority: identity.provider.application.authority,
      certificateAuthority: () => identity.certificateAuthority(),
    },
    controlUrl: await listen(control, controlPort),
    agents: agentSeeds.map(({ email, password, name, login, omnichannel, permissions }) => ({
      email,
      password: password ?? directory.find((account) => account.email === email)?.password ?? null,
      name,
      login,
      omnichannel: omnichannel.enabled && permissions.includes('attendance'),
    })),
    stop: async () => {
      clearInterval(heartbeats);
      faults.clear();
      world.events.cutAll();
      await Promise.all([platform.close(), control.close(), mail.stop(), identity.stop()]);
      clock.stop();
      await keeper?.stop();
    },
  };
};
