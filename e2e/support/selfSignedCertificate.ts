import { generateKeyPairSync, sign } from 'node:crypto';

// X.509 in DER (RFC 5280), as much of it as a server needs that nobody is to trust. Node can't make certificates.

/** DER takes the shortest form only, and Chromium insists on it. */
const length = (count: number): Buffer => {
  if (count < 0x80) return Buffer.from([count]);
  return Buffer.from(count < 0x100 ? [0x81, count] : [0x82, count >> 8, count & 0xff]);
};

const element = (tag: number, ...contents: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag]), length(content.length), content]);
};

const sequence = (...contents: readonly Buffer[]) => element(0x30, ...contents);
const integer = (value: number) => element(0x02, Buffer.from([value]));
const text = (value: string) => element(0x0c, Buffer.from(value));
const time = (value: string) => element(0x17, Buffer.from(value));
const bits = (content: Buffer) => element(0x03, Buffer.from([0]), content);
const objectIdentifier = (hex: string) => element(0x06, Buffer.from(hex, 'hex'));

const commonName = objectIdentifier('550403');
const alternativeName = objectIdentifier('551d11');
const ecdsaWithSha256 = sequence(objectIdentifier('2a8648ce3d040302'));

export interface KeyAndCertificate {
  /** PEM. */
  readonly key: string;
  readonly cert: string;
}

/** A fresh key, and a certificate of it for a host that only itself vouches for. */
export const createSelfSignedCertificate = (host: string): KeyAndCertificate => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(element(0x31, sequence(commonName, text(host))));
  const hosts = sequence(element(0x82, Buffer.from(host)));
  const content = sequence(
    element(0xa0, integer(2)),
    integer(1),
    ecdsaWithSha256,
    name,
    sequence(time('200101000000Z'), time('491231235959Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    element(0xa3, sequence(sequence(alternativeName, element(0x04, hosts)))),
  );
  const certificate = sequence(content, ecdsaWithSha256, bits(sign('sha256', content, privateKey)));
  const body = certificate.toString('base64').replaceAll(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`,
  };
};
