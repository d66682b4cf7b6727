import type { PolicySource } from './managedPolicies';
import { parseJson } from './parseJson';
import type { RunTool } from './runTool';

/** The app's id, under which profiles bring its preferences. */
export const policyDomain = 'br.com.smartspace.desktop';

const folder = '/Library/Managed Preferences';

/** What the profile says about itself may stand beside what it sets. */
const withoutPayload = (content: unknown): unknown =>
  typeof content === 'object' && content !== null
    ? Object.fromEntries(Object.entries(content).filter(([name]) => !name.startsWith('Payload')))
    : content;

export interface MacSystem {
  readonly run: RunTool;
  readonly exists: (file: string) => Promise<boolean>;
  readonly userName: string;
}

/**
 * Reads what profiles have put on this Mac, which is where they alone write. The app's defaults, which Electron could
 * read, would hold what anybody set with `defaults write` just as well. The system's own tool understands its format.
 */
export const readManagedPreferences = async ({
  run,
  exists,
  userName,
}: MacSystem): Promise<readonly PolicySource[]> => {
  const sources = await Promise.all(
    [`${folder}/${policyDomain}.plist`, `${folder}/${userName}/${policyDomain}.plist`].map(
      async (place): Promise<PolicySource | null> => {
        if (!(await exists(place))) return null;
        const answer = await run('/usr/bin/plutil', ['-convert', 'json', '-o', '-', '--', place]);
        if (answer.kind !== 'done') return { kind: 'failed', place, problem: 'unreadable' };
        const content = parseJson(answer.output);
        return content === undefined
          ? { kind: 'failed', place, problem: 'malformed' }
          : { kind: 'read', place, content: withoutPayload(content) };
      },
    ),
  );
  return sources.filter((source) => source !== null);
};
