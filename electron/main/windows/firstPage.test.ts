import { describe, expect, it } from 'vitest';
import { firstPageAddress } from './firstPage';

describe('the first page', () => {
  it.each([
    ['login.pt-BR', { hasSession: false, isSideMenuCollapsed: false, effectiveLanguage: 'pt-BR' }],
    ['login.en', { hasSession: false, isSideMenuCollapsed: true, effectiveLanguage: 'en' }],
    ['shell.en', { hasSession: true, isSideMenuCollapsed: false, effectiveLanguage: 'en' }],
    ['shell-collapsed.pt-BR', { hasSession: true, isSideMenuCollapsed: true, effectiveLanguage: 'pt-BR' }],
  ] as const)('is %s as the session, the side menu and the language have it', (page, { hasSession, ...settings }) => {
    expect(firstPageAddress({ hasSession, settings })).toBe(`smartspace-app://bundle/${page}.html`);
  });
});
