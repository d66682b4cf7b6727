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
}

/** What the build calls the one script of a page that runs by itself; all others only run when that one asks. */
const startScript = /^start-[\w-]+\.js$/;

const refuse = (status: number): Response => new Response(null, { status, headers: securityHeaders });

/** Answers a page's request for one of its files. */
export const answerPageRequest = async (
  request: { readonly method: string; readonly url: string },
  { root, whenScriptsMayCome, whenServing }: PageProtocolOptions,
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
    return new Response(content, { headers: { ...securityHeaders, 'Content-Type': mimeType } });
  } catch {
    return refuse(404);
  }
};

/** Serves our pages to one session. Other sessions, a sign-in popup's for instance, can't reach them. */
export const servePages = (session: Session, options: PageProtocolOptions): void => {
  session.protocol.handle(pageScheme, (request) => answerPageRequest(request, options));
};
