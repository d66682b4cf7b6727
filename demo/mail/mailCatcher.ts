import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { ParsedMail } from 'mailparser';
import type { SMTPServer, SMTPServerDataStream } from 'smtp-server';
import { loopback } from '../http/listen';

/** An e-mail that arrived by SMTP, as a mail program would show it. */
export interface CaughtEmail {
  readonly id: string;
  /** By this computer's clock, ISO 8601. */
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Null where it is plain text only. */
  readonly html: string | null;
}

/** In bytes. */
const largestEmail = 1024 * 1024;
const rememberedEmails = 200;
/** How long a connection may still take when the server ends, in milliseconds. */
const closeTimeout = 200;

const addressText = (addresses: ParsedMail['to']): string =>
  [addresses ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ');

/** A mail server for development: takes whatever it is sent, keeps it in memory and passes nothing on. */
export class MailCatcher {
  private emails: readonly CaughtEmail[] = [];
  private count = 0;
  private server: Promise<SMTPServer> | null = null;

  all(): readonly CaughtEmail[] {
    return this.emails;
  }

  find(id: string): CaughtEmail | null {
    return this.emails.find((email) => email.id === id) ?? null;
  }

  /** The port it listens on. It starts with the first e-mail: most runs send none. */
  async port(): Promise<number> {
    const { server } = await (this.server ??= this.start());
    // Always an address and a port: the server listens on TCP.
    return (server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const server = await this.server;
    if (!server) return;
    await new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
    });
  }

  private async start(): Promise<SMTPServer> {
    const { SMTPServer } = await import('smtp-server');
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      size: largestEmail,
      closeTimeout,
      onData: (stream, _session, callback) => {
        this.take(stream).then(() => {
          callback();
        }, callback);
      },
    });
    // A client that breaks off is its own affair.
    server.on('error', () => undefined);
    await once(server.listen(0, loopback), 'listening');
    return server;
  }

  private async take(stream: SMTPServerDataStream): Promise<void> {
    const { simpleParser } = await import('mailparser');
    const { from, to, subject, text, html } = await simpleParser(stream, {
      skipImageLinks: true,
      skipTextToHtml: true,
    });
    if (stream.sizeExceeded) throw new Error('The e-mail is too large');
    this.count += 1;
    const email: CaughtEmail = {
      id: String(this.count),
      at: new Date().toISOString(),
      from: addressText(from),
      to: addressText(to),
      subject: subject ?? '',
      text: text ?? '',
      html: html === false || html === undefined ? null : html,
    };
    this.emails = [...this.emails, email].slice(-rememberedEmails);
  }
}
