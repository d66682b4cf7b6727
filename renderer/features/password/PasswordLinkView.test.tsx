import { act, createEvent, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Desktop } from '../../../shared/ipc/desktop';
import { fail, succeed } from '../../../shared/state/problem';
import { createFakeMain } from '../../testing/fakeDesktop';
import { PasswordLinkView } from './PasswordLinkView';
import type { ShownLink } from './shownLink';

const good = 'Jabuticaba@2026';
const forAna: ShownLink = { kind: 'open', email: 'ana@empresa.com.br' };
const forBia: ShownLink = { kind: 'open', email: 'bia@empresa.com.br' };

const password = () => screen.getByLabelText<HTMLInputElement>('Nova senha');
const confirmation = () => screen.getByLabelText<HTMLInputElement>('Confirmar senha');
const save = () => screen.getByRole('button', { name: 'Salvar' });
const line = (words: string) =>
  within(screen.getByRole('list', { name: 'A senha precisa cumprir' })).getByText(words, { exact: false }).textContent;

const open = (link: ShownLink, verbs: Partial<Desktop> = {}) => {
  vi.stubGlobal('desktop', createFakeMain({}, verbs).desktop);
  const onSaved = vi.fn();
  const { rerender } = render(<PasswordLinkView link={link} onSaved={onSaved} />);
  return { onSaved, change: (next: ShownLink) => rerender(<PasswordLinkView link={next} onSaved={onSaved} />) };
};

const type = (first: string, second = first) => {
  fireEvent.change(password(), { target: { value: first } });
  fireEvent.change(confirmation(), { target: { value: second } });
};

const submit = () => act(async () => void fireEvent.click(save()));

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('an open link', () => {
  it('says whose password it sets, with the cursor in the first field', () => {
    open(forAna);
    expect(screen.getByText('Para ana@empresa.com.br')).toBeTruthy();
    expect(document.activeElement).toBe(password());
  });

  it('ticks the rules by an icon and in words, politely and one line at a time', () => {
    open(forAna);
    const list = screen.getByRole('list', { name: 'A senha precisa cumprir' });
    expect(list.getAttribute('aria-live')).toBe('polite');
    expect(within(list).getAllByRole('listitem')).toHaveLength(7);
    expect(
      within(list)
        .getAllByRole('listitem')
        .every((item) => item.getAttribute('aria-atomic') === 'true'),
    ).toBe(true);
    expect(line('Um número')).toBe('Falta: Um número');
    type('Sol2&', 'x');
    expect(line('Um número')).toBe('Cumprida: Um número');
    expect(line('8 caracteres')).toBe('Falta: 8 caracteres ou mais');
    expect(line('Nenhum')).toBe('Não cumprida: Nenhum & ou #');
    expect(line('iguais')).toBe('Não cumprida: As duas senhas iguais');
  });

  it('shows what is typed when asked, and that Caps Lock is on', () => {
    open(forAna);
    fireEvent.click(screen.getAllByRole('button', { name: 'Mostrar senha' })[0] ?? document.body);
    expect(password().type).toBe('text');
    expect(confirmation().type).toBe('password');
    const event = createEvent.keyUp(password());
    Object.defineProperty(event, 'getModifierState', { value: (key: string) => key === 'CapsLock' });
    fireEvent(password(), event);
    expect(screen.getByText('Caps Lock está ativado')).toBeTruthy();
  });

  it('asks the platform nothing while something is missing, and says what', async () => {
    const savePassword = vi.fn(async () => succeed('saved'));
    open(forAna, { savePassword });
    await submit();
    expect(password().getAttribute('aria-describedby')).toBe(screen.getByText('Digite a nova senha').id);
    expect(document.activeElement).toBe(password());
    type(good, 'Outra@2026');
    expect(screen.queryByText('Digite a nova senha')).toBeNull();
    await submit();
    expect(screen.getByText('As duas senhas são diferentes')).toBeTruthy();
    expect(document.activeElement).toBe(confirmation());
    expect(savePassword).not.toHaveBeenCalled();
  });

  it('saves once, however often the button is pressed, and hands on what came of it', async () => {
    let answer: (value: unknown) => void = () => undefined;
    const savePassword = vi.fn(() => new Promise((resolve) => (answer = resolve)));
    const { onSaved } = open(forAna, { savePassword });
    type(good);
    await submit();
    await submit();
    expect(save().getAttribute('aria-busy')).toBe('true');
    expect(savePassword.mock.calls).toEqual([[{ password: good }]]);
    await act(async () => answer(succeed('login')));
    expect(onSaved).toHaveBeenCalledWith('login', 'ana@empresa.com.br');
  });

  it('loses nothing that was typed when the network fails half-way', async () => {
    const savePassword = vi.fn(async () => fail({ kind: 'no-network' }));
    open(forAna, { savePassword });
    type(good);
    await submit();
    expect(screen.getByRole('alert').textContent).toContain('Este computador está sem rede');
    expect([password().value, confirmation().value]).toEqual([good, good]);
    await submit();
    expect(savePassword).toHaveBeenCalledTimes(2);
  });

  it('says so when the platform holds a rule against the password', async () => {
    open(forAna, { savePassword: async () => fail({ kind: 'password-policy', unmet: ['length'] }) });
    type(good);
    await submit();
    expect(screen.getByRole('alert').textContent).toContain('A plataforma não aceitou esta senha');
  });

  it('is left by the way back', () => {
    const dismissPasswordLink = vi.fn(async () => undefined);
    open(forAna, { dismissPasswordLink });
    fireEvent.click(screen.getByRole('button', { name: 'Voltar' }));
    expect(dismissPasswordLink).toHaveBeenCalledOnce();
  });
});

describe('a newer link', () => {
  it('changes whose password it is, and neither what is typed nor where the cursor is', () => {
    const { change } = open(forAna);
    type(good, 'Jabu');
    confirmation().focus();
    change({ kind: 'checking' });
    expect(screen.queryByText('Para ana@empresa.com.br')).toBeNull();
    expect(document.activeElement).toBe(confirmation());
    change(forBia);
    expect(screen.getByText('Para bia@empresa.com.br')).toBeTruthy();
    expect([password().value, confirmation().value]).toEqual([good, 'Jabu']);
    expect(document.activeElement).toBe(confirmation());
  });

  it('saves nothing while it is not known whose password it is', async () => {
    const savePassword = vi.fn(async () => succeed('saved'));
    const { change } = open(forAna, { savePassword });
    type(good);
    change({ kind: 'checking' });
    await submit();
    fireEvent.submit(password());
    expect(savePassword).not.toHaveBeenCalled();
  });

  it('that can not be checked keeps what is typed until it can', () => {
    const { change } = open(forAna);
    type(good);
    change({ kind: 'unreachable', cause: 'no-network' });
    change({ kind: 'checking' });
    change(forAna);
    expect(password().value).toBe(good);
  });
});

describe('a link that has no form', () => {
  it('says that it is being checked, and can be left meanwhile', () => {
    open({ kind: 'checking' });
    expect(screen.getByRole('status').textContent).toBe('Conferindo o link…');
    expect(screen.getByRole('button', { name: 'Voltar' })).toBeTruthy();
  });

  it.each([
    ['expired', 'Este link expirou'],
    ['used', 'Este link já foi usado'],
    ['unknown', 'A plataforma não reconhece este link'],
    ['damaged', 'Este link está incompleto ou danificado'],
  ] as const)('says why, and offers a new e-mail: %s', async (reason, words) => {
    const requestPasswordLink = vi.fn(async () => succeed(undefined));
    open({ kind: 'refused', reason }, { requestPasswordLink });
    expect(screen.getByRole('alert').textContent).toContain(words);
    fireEvent.click(screen.getByRole('button', { name: 'Pedir novo e-mail' }));
    fireEvent.change(screen.getByRole('textbox', { name: 'E-mail' }), { target: { value: 'ana@empresa.com.br' } });
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Enviar link' })));
    expect(requestPasswordLink).toHaveBeenCalledWith({ email: 'ana@empresa.com.br' });
  });

  it('says the reference text, and offers no e-mail, where another system keeps the passwords', () => {
    open({ kind: 'refused', reason: 'self-managed' });
    expect(screen.getByRole('alert').textContent).toBe(
      'Este usuário pertence a um grupo autogerenciado. Entre em contato com Administrador da conta.',
    );
    expect(screen.queryByRole('button', { name: 'Pedir novo e-mail' })).toBeNull();
  });

  it.each([
    ['no-network', 'sem rede'],
    ['certificate-not-trusted', 'não é segura'],
    ['platform-down', 'não está respondendo'],
    ['too-many-tries', 'tentativas demais'],
    ['other', 'Algo deu errado'],
  ] as const)('says what keeps it from being checked, and tries again when asked: %s', (cause, words) => {
    const openPasswordLink = vi.fn(async () => undefined);
    open({ kind: 'unreachable', cause }, { openPasswordLink });
    expect(screen.getByRole('alert').textContent).toContain(words);
    fireEvent.click(screen.getByRole('button', { name: 'Tentar novamente' }));
    expect(openPasswordLink).toHaveBeenCalledOnce();
  });

  it('leaves the keyboard where the screen goes on when it takes the place of the form', () => {
    const { change } = open(forAna);
    change({ kind: 'refused', reason: 'expired' });
    expect(document.activeElement?.contains(screen.getByRole('alert'))).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
  });
});
