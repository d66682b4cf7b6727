import { shell } from 'electron';
import { parseExternalLink } from '../../../shared/rules/links';

/**
 * Hands a link to the operating system, if it is of a kind that can do no harm there.
 *
 * @returns false for anything but https, mailto and tel
 */
export const openExternalLink = async (link: string): Promise<boolean> => {
  const allowed = parseExternalLink(link);
  if (allowed === null) return false;
  await shell.openExternal(allowed);
  return true;
};
