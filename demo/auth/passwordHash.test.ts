import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword } from './passwordHash';

describe('password hash', () => {
  it('knows its password again, however its accents were typed, and no other', async () => {
    const hash = await hashPassword('Ação@2026');
    expect(await isPassword('Ação@2026'.normalize('NFD'), hash)).toBe(true);
    expect(await isPassword('Acao@2026', hash)).toBe(false);
  });

  it('is salted and does not hold the password', async () => {
    const [one, other] = await Promise.all([hashPassword('Girassol@2026'), hashPassword('Girassol@2026')]);
    expect(one).not.toBe(other);
    expect(one).not.toContain('Girassol');
  });

  it('refuses every password where there is no account', async () => {
    expect(await isPassword('', null)).toBe(false);
  });
});
