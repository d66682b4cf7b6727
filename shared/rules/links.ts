const allowedProtocols = new Set(['https:', 'mailto:', 'tel:']);

/** The link in its normal form if the operating system may be asked to open it, else null. */
export const parseExternalLink = (link: string): string | null => {
  if (link.length > 2048 || !URL.canParse(link)) return null;
  const url = new URL(link);
  const carriesCredentials = url.username !== '' || url.password !== '';
  return allowedProtocols.has(url.protocol) && !carriesCredentials ? url.href : null;
};
