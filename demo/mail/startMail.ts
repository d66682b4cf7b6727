import { listen } from '../http/listen';
import type { World } from '../world';
import { MailCatcher } from './mailCatcher';
import { createMailPages } from './mailPages';
import { MailSender } from './mailSender';

export interface MailOptions {
  /** The platform's address, which links in e-mails lead to. */
  readonly platformUrl: string;
  /** A real mail server; without it e-mails go to the platform's own, where they can be read. */
  readonly smtpUrl?: string | undefined;
  readonly from?: string | undefined;
}

export interface Mail {
  /** The page to read e-mails on. */
  readonly url: string;
  stop(): Promise<void>;
}

const defaultSender = 'nao-responda@smartspace.example';

/** Has what the platform sends delivered as real e-mail. */
export const startMail = async (world: Pick<World, 'clock' | 'mailbox'>, options: MailOptions): Promise<Mail> => {
  const { platformUrl, smtpUrl, from = defaultSender } = options;
  const catcher = new MailCatcher();
  const sender = new MailSender({
    platformUrl,
    from,
    server: smtpUrl === undefined ? { kind: 'catcher', port: () => catcher.port() } : { kind: 'real', url: smtpUrl },
  });
  world.mailbox.sent.listen((email) => {
    sender.send(email);
  });
  const pages = createMailPages(world.clock, catcher, smtpUrl !== undefined);
  return {
    url: await listen(pages, 0),
    stop: async () => {
      await sender.stop();
      await Promise.all([catcher.stop(), pages.close()]);
    },
  };
};
