import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a feed says of a version, and what it then sends. */
export interface Publication {
  readonly version: string;
  /** The feed of which versions it stands in; else of the stable ones. */
  readonly channel?: 'latest' | 'beta';
  readonly notes?: string;
  readonly stagingPercentage?: number;
  /** What is sent in place of the file that was announced. */
  readonly sentInstead?: Buffer;
  /** How the file is sent: whole, cut off in the middle, or its first half and the rest on `release`. */
  readonly delivery?: 'whole' | 'cut' | 'held';
}

const sha512 = (content: Buffer): string => createHash('sha512').update(content).digest('base64');

/**
 * A new version: a script that writes down that it ran, and whether the old one still had the profile to itself. Padded,
 * so that it takes several packets and more room than a full disk has.
 */
export const newVersion = (version: string): Buffer =>
  Buffer.from(
    `#!/bin/sh\n# version ${version}\n` +
      `if [ -L "$SMARTSPACE_PROFILE_DIR/SingletonLock" ]; then lock=held; else lock=free; fi\n` +
      `echo "ran ${version} lock=$lock" >> "$(dirname "$0")/ran.txt"\nexit 0\n` +
      '#'.repeat(400_000),
  );

/** The script that stands where the running AppImage would. */
const oldVersion = '#!/bin/sh\n# the old version\n';

/** A place with updates on this computer. */
export class UpdateFeed {
  readonly requests: string[] = [];
  readonly #files = new Map<string, { readonly content: Buffer; readonly delivery: Publication['delivery'] }>();
  readonly #held: (() => void)[] = [];
  readonly #server = createServer((request, response) => {
    const name = path.posix.basename(new URL(request.url ?? '/', 'http://localhost').pathname);
    this.requests.push(name);
    this.#answer(name, response);
  });

  async start(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The feed does not listen');
    return `http://127.0.0.1:${String(address.port)}/`;
  }

  publish({
    version,
    channel = 'latest',
    notes,
    stagingPercentage,
    sentInstead,
    delivery = 'whole',
  }: Publication): void {
    const announced = newVersion(version);
    const name = `Smartspace-${version}.AppImage`;
    const lines = [
      `version: ${version}`,
      'files:',
      `  - url: ${name}`,
      `    sha512: ${sha512(announced)}`,
      `    size: ${String(announced.length)}`,
      ...(notes === undefined ? [] : [`releaseNotes: ${JSON.stringify(notes)}`]),
      ...(stagingPercentage === undefined ? [] : [`stagingPercentage: ${String(stagingPercentage)}`]),
      `releaseDate: '2026-11-22T00:00:00.000Z'`,
    ];
    this.#files.set(`${channel}-linux.yml`, { content: Buffer.from(`${lines.join('\n')}\n`), delivery: 'whole' });
    this.#files.set(name, { content: sentInstead ?? announced, delivery });
  }

  /** Sends the rest of what is held back. */
  release(): void {
    for (const send of this.#held.splice(0)) send();
  }

  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve();
      });
    });
    this.#server.closeAllConnections();
    await closed;
  }

  #answer(name: string, response: ServerResponse): void {
    const file = this.#files.get(name);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const { content, delivery } = file;
    response.writeHead(200, { 'content-length': content.length });
    const half = content.subarray(0, content.length / 2);
    if (delivery === 'whole') response.end(content);
    else if (delivery === 'cut') response.write(half, () => response.destroy());
    else {
      response.write(half);
      this.#held.push(() => {
        response.end(content.subarray(half.length));
      });
    }
  }
}

/** A computer on which the app was installed as an AppImage: what the app is told of it, and how it looks now. */
export interface Installed {
  readonly env: Readonly<Record<string, string>>;
  /** Where downloads are kept until they are installed. */
  readonly cache: string;
  /** The second line of the AppImage: which version it is. */
  readonly installedVersion: () => Promise<string>;
  /** What new versions have written down; nothing before one has run. */
  readonly ran: () => Promise<string>;
  readonly remove: () => Promise<void>;
}

export const install = async (feed: UpdateFeed): Promise<Installed> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'smartspace-installed-'));
  const appImage = path.join(folder, 'Smartspace.AppImage');
  const configuration = path.join(folder, 'app-update.yml');
  const caches = path.join(folder, 'caches');
  const cache = path.join(caches, 'smartspace-desktop-updater');
  await mkdir(cache, { recursive: true });
  await writeFile(appImage, oldVersion);
  await chmod(appImage, 0o755);
  await writeFile(
    configuration,
    `provider: generic\nurl: ${feed.url}\nupdaterCacheDirName: smartspace-desktop-updater\n`,
  );
  return {
    env: { APPIMAGE: appImage, XDG_CACHE_HOME: caches, SMARTSPACE_TEST_UPDATES: configuration },
    cache,
    installedVersion: async () => (await readFile(appImage, 'utf8')).split('\n')[1] ?? '',
    ran: () => readFile(path.join(folder, 'ran.txt'), 'utf8').catch(() => ''),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
};
