import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** Of a key, in bytes. */
export const keyLength = 32;

const algorithm = 'aes-256-gcm';
/** The first byte: how the rest is laid out. Then the nonce, the tag and the words themselves, encrypted. */
const layout = 1;
const nonceLength = 12;
const tagLength = 16;
const headLength = 1 + nonceLength + tagLength;

/**
 * Encrypts a text. A nonce of 96 random bits for each writing stays safe for some four thousand million of them.
 *
 * @param purpose is not kept, and must be the same when the seal is broken: what was sealed for one agent does not open
 *   for another
 */
export const seal = (key: Buffer, purpose: string, text: string): Buffer => {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagLength });
  cipher.setAAD(Buffer.from(purpose, 'utf8'));
  const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(layout), nonce, cipher.getAuthTag(), encrypted]);
};

/** The text, or null where the bytes are damaged, or were not sealed with this key for this purpose. */
export const breakSeal = (key: Buffer, purpose: string, sealed: Buffer): string | null => {
  if (sealed.length < headLength || sealed[0] !== layout) return null;
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(1, 1 + nonceLength), { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(purpose, 'utf8'));
  decipher.setAuthTag(sealed.subarray(1 + nonceLength, headLength));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(headLength)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
};

/** A file's name that tells nobody without the key whose it is. */
export const nameFor = (key: Buffer, agent: string): string =>
  `${createHmac('sha256', key).update(agent).digest('hex').slice(0, 32)}.sealed`;
