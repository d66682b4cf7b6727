import { app, session as electronSession } from 'electron';
import type { ManagedProxy } from '../policies/managedProxy';
import { PlatformNetwork } from './platformNetwork';

/** Puts the way to the platform together, in memory: no answer, no customer's word, no cookie of it reaches the disk. */
export const createPlatformNetwork = (proxy: ManagedProxy): PlatformNetwork =>
  new PlatformNetwork({
    app,
    open: (name) => {
      const session = electronSession.fromPartition(name, { cache: false });
      return { session, whenReady: proxy.whenApplied(session) };
    },
  });
