import { describe, expect, it } from 'vitest';
import { renderPage } from './renderPage';

describe('the markup of a page', () => {
  it('is the form on the login page, in its language', async () => {
    expect(await renderPage('login', 'en')).toContain('Password');
    expect(await renderPage('login', 'pt-BR')).toContain('Senha');
  });

  it('is the empty shell, with the side menu as wide as the page says', async () => {
    const open = await renderPage('shell', 'pt-BR');
    const collapsed = await renderPage('shell-collapsed', 'pt-BR');
    expect(open).toContain('Smartspace');
    expect(open).not.toContain('collapsed');
    expect(collapsed).toContain('collapsed');
    expect(collapsed).not.toContain('Smartspace');
  });
});
