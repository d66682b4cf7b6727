import path from 'node:path';

/** The scheme of our own pages. Not the deep links' scheme: nothing from outside ever opens a page of this one. */
export const pageScheme = 'smartspace-app';
export const pageHost = 'bundle';
export const pageOrigin = `${pageScheme}://${pageHost}`;

/**
 * The file that a page address names, or null for anything but a file below the root.
 *
 * @param root absolute path of the folder with the pages
 */
export const resolvePageFile = (root: string, address: string): string | null => {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== `${pageScheme}:` || url.host !== pageHost) return null;
  let pathname: string;
  try {
    pathname = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (pathname.includes('\0') || pathname.includes('\\')) return null;
  // Joined, not resolved: an absolute pathname would replace the root.
  const file = path.join(root, pathname);
  const inside = path.relative(root, file);
  return inside === '' || inside.startsWith('..') || path.isAbsolute(inside) ? null : file;
};

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
};

/** The MIME type of a page's file, or null for kinds of files that pages do not use. */
export const mimeTypeOf = (file: string): string | null => mimeTypes[path.extname(file)] ?? null;
