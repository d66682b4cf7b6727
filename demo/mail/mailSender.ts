import type { Transporter } from 'nodemailer';
import type { SentEmail } from '../auth/mailbox';
import { second } from '../base/instants';
import { loopback } from '../http/listen';
import { composeEmail } from './composeEmail';

/** Where e-mails go: a real server, by its address (`smtps://user:password@host`), or a port of this computer. */
export type MailServer =
  { readonly kind: 'real'; readonly url: string } | { readonly kind: 'catcher'; readonly port: () => Promise<number> };

export interface MailSenderOptions {
  readonly server: MailServer;
  /** The sender's address; a real server may insist on one of its own. */
  readonly from: string;
  /** The platform's address, which links lead to. */
  readonly platformUrl: string;
}

const timeouts = { connectionTimeout: 10 * second, greetingTimeout: 10 * second, socketTimeout: 10 * second };

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';

/** Delivers e-mails by SMTP. */
export class MailSender {
  private transport: Promise<Transporter> | null = null;
  private isStopped = false;

  constructor(private readonly options: MailSenderOptions) {}

  /** Delivers in the background. What goes wrong is said on stderr, without whom it was for or what was in it. */
  send(email: SentEmail): void {
    if (this.isStopped) return;
    this.deliver(email).catch((error: unknown) => {
      if (!this.isStopped) process.stderr.write(`An e-mail could not be delivered: ${codeOf(error)}\n`);
    });
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    (await this.transport?.catch(() => null))?.close();
  }

  private async deliver(email: SentEmail): Promise<void> {
    const transport = await (this.transport ??= this.connect());
    await transport.sendMail({
      from: { name: 'Smartspace', address: this.options.from },
      to: { name: email.name, address: email.to },
      headers: { 'Content-Language': email.language, 'Auto-Submitted': 'auto-generated' },
      ...composeEmail(email, this.options.platformUrl),
      // Nothing in an e-mail of ours comes from a file or from the network.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  private async connect(): Promise<Transporter> {
    const { createTransport } = await import('nodemailer');
    const { server } = this.options;
    return server.kind === 'real'
      ? createTransport({ url: server.url, ...timeouts })
      : createTransport({ host: loopback, port: await server.port(), ignoreTLS: true, ...timeouts });
  }
}
