import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { policyNames } from '../../../../shared/state/policy';
import { gatherPolicies } from '../managedPolicies';
import { readPolicyValue } from '../policyDefinitions';
import { policyFiles } from './policyFiles';
import { policyTexts } from './policyTexts';
import { samplePolicies } from './samples';

const folder = path.join(import.meta.dirname, '../../../../docs/policies');
const files = policyFiles();
const names = Object.keys(files);

const parseXml = (text: string) => {
  const complain = (message: string): never => {
    throw new Error(message);
  };
  const errorHandler = { warning: complain, error: complain, fatalError: complain };
  return new DOMParser({ errorHandler }).parseFromString(text, 'text/xml');
};
/** Without what means nothing: blanks between elements, and before the end of an empty one. */
const compact = (text: string): string => text.replace(/ \/>/g, '/>').replace(/>\s+</g, '><').trim();
/** The parser mends some mistakes without a word, but then it no longer writes what it read. */
const writeAgain = (text: string): string => compact(new XMLSerializer().serializeToString(parseXml(text)));
const textOf = (name: string): string => files[name] ?? '';
const idsOf = (text: string, tag: string): readonly string[] =>
  Array.from(parseXml(text).getElementsByTagName(tag), (element) => element.getAttribute('id') ?? '');
const referencesIn = (text: string, table: string): readonly string[] =>
  [...text.matchAll(new RegExp(`\\$\\(${table}\\.(\\w+)\\)`, 'g'))].map(([, id = '']) => id);
const sorted = (ids: readonly string[]) => [...new Set(ids)].sort();

describe('the files for those who roll the app out', () => {
  it.each(names)('%s is the one that the policies make: `npm run policies` writes it', async (name) => {
    expect(await readFile(path.join(folder, name), 'utf8')).toBe(files[name]);
  });

  it.each(names.filter((name) => /\.(adm[xl]|mobileconfig)$/.test(name)))('%s is well-formed XML', (name) => {
    expect(writeAgain(textOf(name))).toBe(compact(textOf(name)));
    const broken = textOf(name).replace('</string>', '</strung>');
    expect(() => expect(writeAgain(broken)).toBe(compact(broken))).toThrow();
  });

  it.each(['pt-BR', 'en-US'])('the template has all its words in %s, and no others', (language) => {
    const admx = textOf('windows/SmartspaceDesktop.admx');
    const adml = textOf(`windows/${language}/SmartspaceDesktop.adml`);
    expect(sorted(idsOf(adml, 'string'))).toEqual(sorted(referencesIn(admx, 'string')));
    expect(sorted(idsOf(adml, 'presentation'))).toEqual(sorted(referencesIn(admx, 'presentation')));
  });

  it('the template sets each policy twice: enforced and suggested', () => {
    const policies = parseXml(textOf('windows/SmartspaceDesktop.admx')).getElementsByTagName('policy');
    expect(Array.from(policies, (policy) => policy.getAttribute('name'))).toEqual([
      ...policyNames,
      ...policyNames.map((name) => `Recommended_${name}`),
    ]);
  });

  it('the profile for Macs says the same as the sample for Linux', () => {
    const dictionaries = Array.from(
      parseXml(textOf('macos/SmartspaceDesktop.mobileconfig')).getElementsByTagName('dict'),
    );
    const keysIn = (index: number) =>
      Array.from(dictionaries[index]?.childNodes ?? [])
        .filter((node) => node.nodeName === 'key')
        .map((node) => node.textContent ?? '');
    const sample = samplePolicies();
    expect(keysIn(1).filter((key) => !key.startsWith('Payload'))).toEqual(Object.keys(sample));
    expect(keysIn(2)).toEqual(Object.keys(sample['Recommended'] ?? {}));
    expect(JSON.parse(textOf('linux/policies.json'))).toEqual(sample);
  });

  it('the samples are obeyed to the letter', () => {
    const { defects, enforced, defaults } = gatherPolicies([
      { kind: 'read', place: 'sample', content: samplePolicies() },
    ]);
    expect(defects).toEqual([]);
    expect(Object.keys({ ...enforced, ...defaults })).toHaveLength(policyNames.length - 1);
  });

  it.each(policyNames)('%s takes what its form and its example offer', (name) => {
    const { form, example } = policyTexts[name];
    const offered = form.kind === 'choice' ? Object.keys(form.options) : form.kind === 'switch' ? [0, 1] : [];
    for (const value of [example, ...offered]) expect(readPolicyValue(name, value).ok, String(value)).toBe(true);
  });
});
