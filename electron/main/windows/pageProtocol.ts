import { readFileSync } from 'node:fs';
import type { Session } from 'electron';
import { securityHeaders } from './contentSecurityPolicy';
import { mimeTypeOf, pageScheme, resolvePageFile } from './pageAddress';

export interface PageProtocolOptions {
  /** Absolute path of the folder with the built pages. */
  readonly root: string;
  /** Scripts are held back until this settles: by then main answers every channel a script may call. */
  readonly whenServing: Promise<unknown>;
  /** Called each time an answer is on its way. */
  readonly onAnswered: () => void;
}

const refuse = (status: number): Response => new Response(null, { status, headers: securityHeaders });

/** Answers a page's request for one of its files. */
export const answerPageRequest = async (
  request: { readonly method: string; readonly url: string },
  { root, whenServing }: Pick<PageProtocolOptions, 'root' | 'whenServing'>,
): Promise<Response> => {
  if (request.method !== 'GET') return refuse(405);
  const file = resolvePageFile(root, request.url);
  const mimeType = file === null ? null : mimeTypeOf(file);
  if (file === null || mimeType === null) return refuse(404);
  try {
    if (mimeType.startsWith('text/javascript')) await whenServing;
    // Small files, read at once: each wait on this thread, busy as it is at the start, would hold up the first paint.
    return new Response(readFileSync(file), { headers: { ...securityHeaders, 'Content-Type': mimeType } });
  } catch {
    return refuse(404);
  }
};

/** Serves our pages to one session. Other sessions, a sign-in popup's for instance, can't reach them. */
export const servePages = (session: Session, options: PageProtocolOptions): void => {
  session.protocol.handle(pageScheme, async (request) => {
    const answer = await answerPageRequest(request, options);
    setImmediate(options.onAnswered);
    return answer;
  });
};
