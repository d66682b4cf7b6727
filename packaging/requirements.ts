import type { PackageFacts } from './packageFacts';

/** The system a package is for, in Electron's words. */
export type PackagePlatform = 'win32' | 'darwin' | 'linux';

const appleVariables = ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'];

/**
 * What is missing for packages of this system.
 *
 * @param environment the variables of the environment that hold credentials; only looked at for being there
 * @returns in words; empty if nothing is
 */
export const missingRequirements = (
  platform: PackagePlatform,
  { publisherNames, purpose }: PackageFacts,
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] => {
  const isRelease = purpose.kind === 'release';
  const absent = (names: readonly string[]) =>
    names.filter((name) => (environment[name] ?? '') === '').map((name) => `${name} is missing.`);
  switch (platform) {
    case 'win32':
      return [
        // Also for builds that nobody signs: without the name an installed app takes an update from anybody.
        ...(publisherNames.length === 0
          ? ['SMARTSPACE_PUBLISHER_NAME is missing: without it, Windows would install an update whoever signed it.']
          : []),
        ...publisherNames
          .filter((name) => !/^CN=.+, ?O=.+/.test(name))
          .map((name) => `The publisher's name has to be given in full (CN=…, O=…): ${name}`),
        ...(isRelease ? absent(['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD']) : []),
      ];
    case 'darwin':
      return isRelease ? absent(['CSC_LINK', 'CSC_KEY_PASSWORD', ...appleVariables]) : [];
    case 'linux':
      return [];
  }
};
