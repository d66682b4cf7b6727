import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { app, session as electronSession } from 'electron';
import type { Session } from 'electron';

/** Chromium's words for "go by this" and for "go by what you found yourself". */
const trusted = 0;
const asFound = -3;

/**
 * Lets the app trust, besides what the system trusts, the servers on this computer that one made-up authority vouches for:
 * the identity provider of the tests.
 *
 * @param file the authority's certificate, PEM
 * @param partitions sessions there are already; those still to come are trusting too
 */
export const trustAuthority = (file: string, partitions: readonly string[]): void => {
  const authority = new X509Certificate(readFileSync(file));
  const trust = (session: Session) => {
    session.setCertificateVerifyProc(({ hostname, certificate }, answer) => {
      const offered = new X509Certificate(certificate.data);
      const isKnown = hostname === 'localhost' && offered.checkIssued(authority) && offered.verify(authority.publicKey);
      answer(isKnown ? trusted : asFound);
    });
  };
  app.on('session-created', trust);
  for (const partition of partitions) trust(electronSession.fromPartition(partition));
};
