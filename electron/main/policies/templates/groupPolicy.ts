import { policyNames, type PolicyName } from '../../../../shared/state/policy';
import type { Language } from '../../../../shared/state/settings';
import { recommendedBranch } from '../managedPolicies';
import { policyKey } from '../windowsRegistry';
import { policyTexts } from './policyTexts';
import { element, printXml, type Element } from './xml';

/** Each policy twice: enforced, and as a suggestion under the branch for those. */
const branches = [
  { prefix: '', category: 'Smartspace', key: policyKey },
  { prefix: 'Recommended_', category: 'SmartspaceRecommended', key: `${policyKey}\\${recommendedBranch}` },
] as const;

type Branch = (typeof branches)[number];

const namespaces = {
  schemaVersion: '1.0',
  revision: '1.0',
  xmlns: 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions',
} as const;

/** A choice's words go by a number: its values hold signs that no identifier may. */
const optionId = (name: PolicyName, index: number) => `${name}_Option${String(index + 1)}`;

const elementsOf = (name: PolicyName): readonly Element[] => {
  const { form } = policyTexts[name];
  switch (form.kind) {
    case 'switch':
      return [
        element('enabledValue', {}, [element('decimal', { value: '1' })]),
        element('disabledValue', {}, [element('decimal', { value: '0' })]),
      ];
    case 'text':
      return [
        element('elements', {}, [
          element('text', { id: name, valueName: name, required: 'true', maxLength: String(form.limit) }),
        ]),
      ];
    case 'choice':
      return [
        element('elements', {}, [
          element(
            'enum',
            { id: name, valueName: name, required: 'true' },
            Object.keys(form.options).map((value, index) =>
              element('item', { displayName: `$(string.${optionId(name, index)})` }, [
                element('value', {}, [element('string', {}, value)]),
              ]),
            ),
          ),
        ]),
      ];
  }
};

const policyOf = (name: PolicyName, { prefix, category, key }: Branch): Element => {
  const isSwitch = policyTexts[name].form.kind === 'switch';
  return element(
    'policy',
    {
      name: `${prefix}${name}`,
      class: 'Both',
      displayName: `$(string.${name})`,
      explainText: `$(string.${name}_Explain)`,
      key,
      ...(isSwitch ? { valueName: name } : { presentation: `$(presentation.${prefix}${name})` }),
    },
    [element('parentCategory', { ref: category }), element('supportedOn', { ref: 'Supported' }), ...elementsOf(name)],
  );
};

/** The template of Windows' group policies, for the folder PolicyDefinitions. */
export const formatAdmx = (): string =>
  printXml(
    element('policyDefinitions', namespaces, [
      element('policyNamespaces', {}, [
        element('target', { prefix: 'smartspace', namespace: 'Smartspace.Policies.Desktop' }),
      ]),
      element('resources', { minRequiredRevision: '1.0' }),
      element('supportedOn', {}, [
        element('definitions', {}, [element('definition', { name: 'Supported', displayName: '$(string.Supported)' })]),
      ]),
      element('categories', {}, [
        element('category', { name: 'Smartspace', displayName: '$(string.Category)' }),
        element('category', { name: 'SmartspaceRecommended', displayName: '$(string.CategoryRecommended)' }, [
          element('parentCategory', { ref: 'Smartspace' }),
        ]),
      ]),
      element(
        'policies',
        {},
        branches.flatMap((branch) => policyNames.map((name) => policyOf(name, branch))),
      ),
    ]),
  );

const commonTexts: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  'pt-BR': {
    Supported: 'Smartspace Desktop 0.1 ou mais novo',
    Category: 'Smartspace Desktop',
    CategoryRecommended: 'Sugestões (o atendente pode mudar)',
  },
  en: {
    Supported: 'Smartspace Desktop 0.1 or newer',
    Category: 'Smartspace Desktop',
    CategoryRecommended: 'Suggestions (the agent may change them)',
  },
};

const stringsOf = (name: PolicyName, language: Language): readonly (readonly [string, string])[] => {
  const { title, explanation, form } = policyTexts[name];
  const options = form.kind === 'choice' ? Object.values(form.options) : [];
  return [
    [name, title[language]],
    [`${name}_Explain`, explanation[language]],
    ...options.map((option, index) => [optionId(name, index), option[language]] as const),
  ];
};

const presentationOf = (name: PolicyName, { prefix }: Branch, language: Language): readonly Element[] => {
  const { title, form } = policyTexts[name];
  if (form.kind === 'switch') return [];
  const label = title[language];
  const control =
    form.kind === 'choice'
      ? element('dropdownList', { refId: name, noSort: 'true', defaultItem: '0' }, label)
      : element('textBox', { refId: name }, [element('label', {}, label)]);
  return [element('presentation', { id: `${prefix}${name}` }, [control])];
};

/** The template's words in one language, for the folder of that language below PolicyDefinitions. */
export const formatAdml = (language: Language): string =>
  printXml(
    element('policyDefinitionResources', namespaces, [
      element('displayName', {}, 'Smartspace Desktop'),
      element('description', {}, 'Smartspace Desktop'),
      element('resources', {}, [
        element(
          'stringTable',
          {},
          [...Object.entries(commonTexts[language]), ...policyNames.flatMap((name) => stringsOf(name, language))].map(
            ([id, text]) => element('string', { id }, text),
          ),
        ),
        element(
          'presentationTable',
          {},
          branches.flatMap((branch) => policyNames.flatMap((name) => presentationOf(name, branch, language))),
        ),
      ]),
    ]),
  );
