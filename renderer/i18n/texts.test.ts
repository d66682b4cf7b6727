import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { languageSchema } from '../../shared/state/settings';
import { findTextUses, flattenTexts, interpolations, withoutPlural } from './textUses';

const renderer = path.join(import.meta.dirname, '..');
const reference = 'pt-BR';
const textsSchema = z.record(z.string(), z.unknown());

const namespaces = readdirSync(path.join(renderer, 'i18n', reference))
  .filter((file) => file.endsWith('.json'))
  .map((file) => path.basename(file, '.json'));

const readTexts = (language: string, namespace: string): ReadonlyMap<string, string> =>
  flattenTexts(
    textsSchema.parse(JSON.parse(readFileSync(path.join(renderer, 'i18n', language, `${namespace}.json`), 'utf8'))),
  );

const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => readFileSync(path.join(renderer, file), 'utf8'));

const uses = sources.flatMap((source) => findTextUses(source));

describe.each(namespaces)('the texts of %s', (namespace) => {
  const referenceTexts = readTexts(reference, namespace);

  it.each(languageSchema.options)('are complete in %s, with no key too many', (language) => {
    const keys = new Set([...readTexts(language, namespace).keys()].map(withoutPlural));
    expect([...keys].sort()).toEqual([...new Set([...referenceTexts.keys()].map(withoutPlural))].sort());
  });

  it.each(languageSchema.options)('have every plural form that %s needs', (language) => {
    const texts = readTexts(language, namespace);
    // Nothing here is counted in millions, the only numbers for which Portuguese has one more form.
    const rules = new Intl.PluralRules(language);
    const forms = new Set(Array.from({ length: 1000 }, (_, count) => rules.select(count)));
    const plurals = new Set([...texts.keys()].filter((key) => withoutPlural(key) !== key).map(withoutPlural));
    const wanted = [...plurals].flatMap((key) => [...forms].map((form) => `${key}_${form}`));
    expect(wanted.filter((key) => !texts.has(key))).toEqual([]);
  });

  it.each(languageSchema.options)('take the same values in %s as in the reference', (language) => {
    const wrong = [...readTexts(language, namespace)].filter(([key, text]) => {
      const same = referenceTexts.get(key) ?? referenceTexts.get(`${withoutPlural(key)}_other`);
      return same !== undefined && interpolations(text).join() !== interpolations(same).join();
    });
    expect(wrong).toEqual([]);
  });

  it('are never blank', () => {
    const blank = languageSchema.options.flatMap((language) =>
      [...readTexts(language, namespace)].filter(([, text]) => text.trim() === '').map(([key]) => `${language} ${key}`),
    );
    expect(blank).toEqual([]);
  });

  it('are all used somewhere', () => {
    const own = uses.filter((use) => use.namespace === namespace);
    const unused = [...new Set([...referenceTexts.keys()].map(withoutPlural))].filter(
      (key) => !own.some((use) => (use.kind === 'key' ? use.key === key : key.startsWith(use.prefix))),
    );
    expect(unused).toEqual([]);
  });
});
