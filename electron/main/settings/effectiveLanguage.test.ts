import { expect, it } from 'vitest';
import { effectiveLanguage } from './effectiveLanguage';

it.each([
  ['pt-BR', 'en', 'en-US', 'pt-BR'],
  ['en', 'pt-BR', 'pt-BR', 'en'],
  [null, 'en', 'pt-BR', 'en'],
  [null, 'pt-BR', 'en-GB', 'pt-BR'],
  [null, 'de', 'en-GB', 'en'],
  [null, undefined, 'en', 'en'],
  [null, undefined, 'EN_us', 'pt-BR'],
  [null, undefined, 'eng', 'pt-BR'],
  [null, undefined, 'es-AR', 'pt-BR'],
  [null, '', '', 'pt-BR'],
] as const)('chosen %j, environment %j, system %j: %s', (chosen, environment, system, language) => {
  expect(effectiveLanguage({ chosen, environment, system })).toBe(language);
});
