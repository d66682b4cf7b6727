/** What the scanner has to say about one place, and why it is as it should be. */
export interface ReviewedFinding {
  readonly rule: string;
  /** From the folder `electron`; the scanner has a made-up address for what concerns the app as a whole. */
  readonly file: string;
  /** How often; left out for once. */
  readonly count?: number;
  readonly explanation: string;
}

/** Every finding that is there, each looked at. */
export const reviewedFindings: readonly ReviewedFinding[] = [
  {
    rule: 'CSP_GLOBAL_CHECK',
    file: 'file:///',
    explanation:
      'The scanner looks for a policy in HTML and in onHeadersReceived. Ours comes as a header with every answer of the ' +
      "page scheme's handler (windows/contentSecurityPolicy.ts); e2e/specs/hardening.spec.ts compares it letter for letter.",
  },
  {
    rule: 'PROTOCOL_HANDLER_JS_CHECK',
    file: 'main/deepLinks/registerLinks.ts',
    explanation:
      'The app registers its links on purpose. The link comes after `--`, so that it can be no switch, is parsed once ' +
      '(deepLinks/passwordLink.ts), and opens a form at most.',
  },
  {
    rule: 'AUXCLICK_JS_CHECK',
    file: 'main/windows/mainWindow.ts',
    explanation:
      'A middle click asks for a new window like any other, and setWindowOpenHandler refuses each (windows/hardening.ts); ' +
      'e2e/specs/hostilePage.spec.ts shows it.',
  },
  {
    rule: 'AUXCLICK_JS_CHECK',
    file: 'main/microsoft/popup.ts',
    explanation:
      "Microsoft's page gets no window by a middle click either: the same handler refuses it. Where the page itself may " +
      'go is decided in microsoft/popupRules.ts.',
  },
  {
    rule: 'OPEN_EXTERNAL_JS_CHECK',
    file: 'main/shell/externalLinks.ts',
    explanation:
      'The one place that hands links to the system. It takes https, mailto and tel without credentials, by the URL ' +
      'parser; lint keeps all other code from doing it.',
  },
  {
    rule: 'PRELOAD_JS_CHECK',
    file: 'main/windows/mainWindow.ts',
    explanation:
      'The preload script exposes named verbs and no channel, in an isolated and sandboxed page; ' +
      'e2e/specs/hardening.spec.ts lists what a page finds.',
  },
  {
    rule: 'CERTIFICATE_VERIFY_PROC_JS_CHECK',
    file: 'main/testing/trustedAuthority.ts',
    explanation:
      'Lets the tests have an identity provider on this computer. It is loaded with NODE_ENV=test only and is in no ' +
      'package; e2e/packaged/contents.spec.ts searches the archive for it.',
  },
];

const keyOf = (rule: string, file: string): string => `${rule} in ${file}`;

/**
 * Compares what the scanner found with what was reviewed.
 *
 * @returns what is new and what is no longer found, in words; both empty if all is as reviewed
 */
export const compareFindings = (
  found: readonly Pick<ReviewedFinding, 'rule' | 'file'>[],
  reviewed: readonly ReviewedFinding[],
): { readonly added: readonly string[]; readonly stale: readonly string[] } => {
  const counts = new Map<string, number>();
  for (const { rule, file } of found) counts.set(keyOf(rule, file), (counts.get(keyOf(rule, file)) ?? 0) + 1);
  const known = new Map(reviewed.map(({ rule, file, count }) => [keyOf(rule, file), count ?? 1]));
  const difference = (left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>) =>
    [...left].filter(([key, count]) => count > (right.get(key) ?? 0)).map(([key]) => key);
  return { added: difference(counts, known), stale: difference(known, counts) };
};
