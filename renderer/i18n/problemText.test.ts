import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../shared/state/problem';
import { changeLanguage } from './i18n';
import { problemText } from './problemText';

const until = '2026-11-22T15:45:00.000Z';
const clockTime = (language: string) => new Date(until).toLocaleTimeString(language, { timeStyle: 'short' });

const problems: readonly Problem[] = [
  { kind: 'no-network' },
  { kind: 'certificate-not-trusted', host: 'app.example.com' },
  { kind: 'platform-down', status: null },
  { kind: 'platform-down', status: 503 },
  { kind: 'answer-not-understood', detail: 'logIn accessToken' },
  { kind: 'wrong-password' },
  { kind: 'reset-link-refused', reason: 'expired' },
  { kind: 'password-policy', unmet: ['length'] },
  { kind: 'microsoft-sign-in', failure: 'declined', detail: 'access_denied' },
  { kind: 'account-locked', until },
  { kind: 'too-many-tries', retryAt: until },
  { kind: 'session-ended', reason: 'replaced' },
  { kind: 'attendances-in-progress', holding: [] },
  { kind: 'offer-gone' },
  { kind: 'at-capacity' },
  { kind: 'already-finished' },
  { kind: 'refused', code: 'forbidden' },
  { kind: 'unexpected', incident: 'a1b2' },
];

const textOf = (problem: Problem) => {
  const { title, nextStep } = problemText(problem, i18next.getFixedT('pt-BR', 'problems'), 'pt-BR');
  return `${title} ${nextStep}`;
};

describe('problemText', () => {
  it('tells every problem apart, in whole sentences', () => {
    const texts = problems.map(textOf);
    expect(new Set(texts).size).toBe(problems.length);
    // A key that found no text would stand there as it is; a value that is missing, in braces.
    expect(texts.filter((text) => /[{}]|\b[a-z-]+\.(title|nextStep)/.test(text))).toEqual([]);
  });

  it.each([
    [{ kind: 'certificate-not-trusted', host: 'app.example.com' }, 'app.example.com'],
    [{ kind: 'platform-down', status: 503 }, '503'],
    [{ kind: 'answer-not-understood', detail: 'logIn accessToken' }, 'logIn accessToken'],
    [{ kind: 'refused', code: 'forbidden' }, 'forbidden'],
    [{ kind: 'unexpected', incident: 'a1b2' }, 'a1b2'],
    [{ kind: 'account-locked', until }, clockTime('pt-BR')],
    [{ kind: 'too-many-tries', retryAt: until }, clockTime('pt-BR')],
  ] as const)('names what support or the agent needs to know: %o', (problem, detail) => {
    expect(textOf(problem)).toContain(detail);
  });

  it('writes times as the language does', async () => {
    await changeLanguage('en');
    const { title } = problemText({ kind: 'account-locked', until }, i18next.getFixedT('en', 'problems'), 'en');
    expect(title).toBe(`Account locked until ${clockTime('en')}`);
  });
});
