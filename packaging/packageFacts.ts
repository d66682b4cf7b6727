import { z } from 'zod';

/** Where released apps look for newer ones. Everything else that needs it asks `readPackageFacts`. */
export const defaultUpdateFeed = 'https://updates.smartspace.us/desktop';

/** What is different from one build of packages to the next. */
export interface PackageFacts {
  /** Where the packages look for updates. */
  readonly updateFeed: string;
  /** Whom Windows must name as the signer of an update, in full (CN=…, O=…, C=…); several while a certificate changes. */
  readonly publisherNames: readonly string[];
  readonly purpose:
    /** For agents: signed, with the pinned Electron. */
    | { readonly kind: 'release' }
    /** For whoever builds it: not signed where there is nothing to sign with. */
    | { readonly kind: 'trial' }
    /** With another Electron than the pinned one: for development and tests only, and marked so. */
    | { readonly kind: 'development'; readonly electronFolder: string; readonly electronVersion: string };
}

const filled = z.string().trim().min(1);
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const environmentSchema = z.object({
  SMARTSPACE_UPDATE_FEED: optional(z.url({ protocol: /^https$/ })),
  SMARTSPACE_PUBLISHER_NAME: optional(filled),
  SMARTSPACE_RELEASE: optional(z.literal('1')),
  SMARTSPACE_PACKAGE_ELECTRON: optional(filled),
  SMARTSPACE_PACKAGE_ELECTRON_VERSION: optional(z.string().regex(/^\d+\.\d+\.\d+$/)),
});

/**
 * Reads what the environment says about this build.
 *
 * @throws Error with the names of the variables that don't fit
 */
export const readPackageFacts = (environment: Readonly<Record<string, string | undefined>>): PackageFacts => {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const names = parsed.error.issues.map(({ path }) => path.join('.'));
    throw new Error(`These variables of the environment don't fit: ${names.join(', ')}`);
  }
  const variables = parsed.data;
  return {
    updateFeed: variables.SMARTSPACE_UPDATE_FEED ?? defaultUpdateFeed,
    // Names hold commas; a bar stands in none of them.
    publisherNames: (variables.SMARTSPACE_PUBLISHER_NAME ?? '')
      .split('|')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    purpose: purposeOf(variables),
  };
};

const purposeOf = (variables: z.infer<typeof environmentSchema>): PackageFacts['purpose'] => {
  const isRelease = variables.SMARTSPACE_RELEASE === '1';
  const electronFolder = variables.SMARTSPACE_PACKAGE_ELECTRON;
  const electronVersion = variables.SMARTSPACE_PACKAGE_ELECTRON_VERSION;
  if (electronFolder === undefined) return { kind: isRelease ? 'release' : 'trial' };
  if (isRelease) throw new Error('What is released is built with the pinned Electron only.');
  if (electronVersion === undefined) throw new Error('SMARTSPACE_PACKAGE_ELECTRON_VERSION is missing.');
  return { kind: 'development', electronFolder, electronVersion };
};
