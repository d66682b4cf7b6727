import { release } from 'node:os';
import type { App } from 'electron';
import type { AboutApp } from '../../../shared/state/policy';
import type { ValidAddress } from '../platform/platformAddress';
import type { Policies } from '../policies/policies';
import type { ChosenSettings } from '../settings/settingsFile';

export interface DescribeAppOptions {
  readonly app: Pick<App, 'getVersion'>;
  readonly address: ValidAddress;
  readonly policies: Pick<Policies, 'describe' | 'defects'>;
  readonly chosen: ChosenSettings;
}

const systems: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  win32: 'Windows',
  darwin: 'macOS',
  linux: 'Linux',
};

/** What "About" shows. Nothing secret: it is made to be sent to whoever helps. */
export const describeApp = ({ app, address, policies, chosen }: DescribeAppOptions): AboutApp => ({
  version: app.getVersion(),
  electron: process.versions.electron,
  chromium: process.versions.chrome,
  system: `${systems[process.platform] ?? process.platform} ${systemVersion()} (${process.arch})`,
  platformUrl: address.url,
  policies: [...policies.describe(chosen)],
  defects: [...policies.defects],
});

/** Electron knows what macOS calls itself; Node would tell its kernel's version. */
const systemVersion = (): string => (process.platform === 'linux' ? release() : process.getSystemVersion());
