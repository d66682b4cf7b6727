import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const keyLength = 32;
const cost = { N: 16_384, r: 8, p: 1 };

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, keyLength, cost, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });

/** A password as it is kept: salt and scrypt key in base64url. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  const key = await derive(password, salt);
  return `${salt.toString('base64url')}.${key.toString('base64url')}`;
};

/** Of no password at all: verified against where there is no account, so that the answer takes as long. */
const nobodysHash = `${Buffer.alloc(16).toString('base64url')}.${Buffer.alloc(keyLength).toString('base64url')}`;

/** @param hash as kept, or null where there is no such account or it has no password */
export const isPassword = async (password: string, hash: string | null): Promise<boolean> => {
  const [salt = '', key = ''] = (hash ?? nobodysHash).split('.');
  const derived = await derive(password, Buffer.from(salt, 'base64url'));
  const isSame = timingSafeEqual(derived, Buffer.from(key, 'base64url'));
  return isSame && hash !== null;
};
