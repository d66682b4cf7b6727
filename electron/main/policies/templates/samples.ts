import { policyNames } from '../../../../shared/state/policy';
import { recommendedBranch } from '../managedPolicies';
import { policyDomain } from '../managedPreferences';
import { policyTexts, type PolicyText } from './policyTexts';
import { element, printXml, type Element } from './xml';

type Value = PolicyText['example'] | { readonly [name: string]: Value };

/** Of the two ways to name a proxy, a sample shows one. */
const leftOut = 'ProxyPacUrl';

/** Every policy with its example, some of them as suggestions. */
export const samplePolicies = (): Readonly<Record<string, Value>> => {
  const shown = policyNames.filter((name) => name !== leftOut);
  const pairs = (isSuggested: boolean) =>
    shown
      .filter((name) => policyTexts[name].isSuggestedInSamples === isSuggested)
      .map((name) => [name, policyTexts[name].example] as const);
  return { ...Object.fromEntries(pairs(false)), [recommendedBranch]: Object.fromEntries(pairs(true)) };
};

/** For /etc/smartspace-desktop/policies.json. */
export const formatJsonSample = (): string => `${JSON.stringify(samplePolicies(), null, 2)}\n`;

const plistValue = (value: Value): Element => {
  if (typeof value === 'boolean') return element(value ? 'true' : 'false');
  if (typeof value === 'string') return element('string', {}, value);
  if (isList(value)) return element('array', {}, value.map(plistValue));
  return plistDictionary(value);
};

const isList = (value: Value): value is readonly string[] => Array.isArray(value);

const plistDictionary = (values: Readonly<Record<string, Value>>): Element =>
  element(
    'dict',
    {},
    Object.entries(values).flatMap(([key, value]) => [element('key', {}, key), plistValue(value)]),
  );

const integer = (value: number): Element => element('integer', {}, String(value));

/** Both have to be new for every profile; these are for the sample. */
const identifiers = {
  profile: '5C0F7A52-9B8B-4D0F-8A57-3D1A52E4B6A1',
  payload: '0E7B54F6-2C1D-4E0C-9C62-70D2B8A9F3C4',
} as const;

const payloadHead = (type: string, identifier: string, id: string): readonly Element[] => [
  element('key', {}, 'PayloadType'),
  element('string', {}, type),
  element('key', {}, 'PayloadVersion'),
  integer(1),
  element('key', {}, 'PayloadIdentifier'),
  element('string', {}, identifier),
  element('key', {}, 'PayloadUUID'),
  element('string', {}, id),
  element('key', {}, 'PayloadDisplayName'),
  element('string', {}, 'Smartspace Desktop'),
];

/** A configuration profile for Macs. */
export const formatMobileconfig = (): string => {
  const policies = plistDictionary(samplePolicies()).content;
  return printXml(
    element('plist', { version: '1.0' }, [
      element('dict', {}, [
        ...payloadHead('Configuration', `${policyDomain}.policies`, identifiers.profile),
        element('key', {}, 'PayloadScope'),
        element('string', {}, 'System'),
        element('key', {}, 'PayloadContent'),
        element('array', {}, [
          element('dict', {}, [
            ...payloadHead(policyDomain, `${policyDomain}.policies.settings`, identifiers.payload),
            ...(typeof policies === 'string' ? [] : policies),
          ]),
        ]),
      ]),
    ]),
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
  );
};
