import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Session } from 'electron';
import { securityHeaders } from './contentSecurityPolicy';
import { mimeTypeOf, pageScheme, resolvePageFile } from './pageAddress';

export interface PageProtocolOptions {
  /** Absolute path of the folder with the built pages. */
  readonly root: string;
  /** Scripts are held back until this settles: compiling them would take the processor that the first paint needs. */
  readonly whenScriptsMayCome: Promise<unknown>;
  /** The script that starts a page is held back until this settles: by then main answers every channel it may call. */
  readonly whenServing: Promise<unknown>;
  /** Called once the first page and the styles it cannot paint without are on their way. */
  readonly onPaintable: () => void;
}

/** What the build calls the one script of a page that runs by itself; all others only run when that one asks. */
const startScript = /^start-[\w-]+\.js$/;

const refuse = (status: number): Response => new Response(null, { status, headers: securityHeaders });

interface AnswerOptions extends Pick<PageProtocolOptions, 'root' | 'whenScriptsMayCome' | 'whenServing'> {
  readonly countdown: PaintCountdown;
}

/** Counts what the first page still waits for before it can paint. */
export class PaintCountdown {
  readonly #onPaintable: () => void;
  #missing: number | null = null;
  #styles = 0;

  constructor(onPaintable: () => void) {
    this.#onPaintable = onPaintable;
  }

  answered(mimeType: string, content: Buffer): void {
    if (mimeType.startsWith('text/html')) this.#missing ??= content.toString().split('rel="stylesheet"').length - 1;
    if (mimeType.startsWith('text/css')) this.#styles += 1;
    if (this.#missing === null || this.#styles < this.#missing) return;
    this.#missing = Number.POSITIVE_INFINITY;
    this.#onPaintable();
  }
}

/** Answers a page's request for one of its files. */
export const answerPageRequest = async (
  request: { readonly method: string; readonly url: string },
  { root, whenScriptsMayCome, whenServing, countdown }: AnswerOptions,
): Promise<Response> => {
  if (request.method !== 'GET') return refuse(405);
  const file = resolvePageFile(root, request.url);
  const mimeType = file === null ? null : mimeTypeOf(file);
  if (file === null || mimeType === null) return refuse(404);
  try {
    if (mimeType.startsWith('text/javascript')) await whenScriptsMayCome;
    if (startScript.test(path.basename(file))) await whenServing;
    // Small files, read at once: each wait on this thread, busy as it is at the start, would hold up the first paint.
    const content = readFileSync(file);
    countdown.answered(mimeType, content);
    return new Response(content, { headers: { ...securityHeaders, 'Content-Type': mimeType } });
  } catch {
    return refuse(404);
  }
};

/** Serves our pages to one session. Other sessions, a sign-in popup's for instance, can't reach them. */
export const servePages = (session: Session, { onPaintable, ...held }: PageProtocolOptions): void => {
  const countdown = new PaintCountdown(() => {
    setImmediate(onPaintable);
  });
  session.protocol.handle(pageScheme, (request) => answerPageRequest(request, { ...held, countdown }));
};
