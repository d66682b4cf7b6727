import type { App } from 'electron';
import { findDeepLink, parseDeepLink } from '../../../shared/rules/deepLink';
import { linkOfSecondInstance, withoutLinks } from './handOver';
import type { HandOver } from './handOver';
import type { LinkInbox } from './linkInbox';

/**
 * Has every link that the system hands over put into the inbox. To be called in the first tick: macOS tells of the link
 * that the app is started with before `ready`.
 *
 * @returns false if another instance runs already; it has been given the link, and this one has nothing to do
 */
export const receiveLinks = (app: App, inbox: LinkInbox): boolean => {
  const link = findDeepLink(process.argv);
  // The system keeps the command line as long as the process lives; nothing here hands it on by accident.
  process.argv = withoutLinks(process.argv);
  app.on('open-url', (event, url) => {
    event.preventDefault();
    inbox.receive(parseDeepLink(url));
  });
  app.on('second-instance', (_event, commandLine, _folder, handOver) => {
    inbox.receive(linkOfSecondInstance(handOver, commandLine));
  });
  const handOver: HandOver = { link };
  if (!app.requestSingleInstanceLock(handOver)) return false;
  if (link !== null) inbox.receive(link);
  return true;
};
