import { policyNames, type PolicyName } from '../../../../shared/state/policy';
import type { Language } from '../../../../shared/state/settings';
import { policyTexts } from './policyTexts';

const headings = {
  'pt-BR': { title: 'Políticas do Smartspace Desktop', values: 'Valores', text: 'texto', example: 'Exemplo' },
  en: { title: 'Policies of Smartspace Desktop', values: 'Values', text: 'text', example: 'Example' },
} as const;

const describeValues = (name: PolicyName, language: Language): string => {
  const { form } = policyTexts[name];
  switch (form.kind) {
    case 'text':
      return headings[language].text;
    case 'switch':
      return '`true`, `false` (Windows: `1`, `0`)';
    case 'choice':
      return Object.entries(form.options)
        .map(([value, words]) => `\`${value}\` (${words[language]})`)
        .join(', ');
  }
};

/** Every policy, for people to read. */
export const formatReference = (language: Language): string => {
  const { title, values, example } = headings[language];
  const sections = policyNames.map((name) => {
    const { title: heading, explanation, example: sample } = policyTexts[name];
    return [
      `## ${name}`,
      `**${heading[language]}.** ${explanation[language]}`,
      `- ${values}: ${describeValues(name, language)}`,
      `- ${example}: \`${JSON.stringify(sample)}\``,
    ]
      .join('\n\n')
      .replace(/\n\n(- .*)\n\n- /, '\n\n$1\n- ');
  });
  return `# ${title}\n\n${sections.join('\n\n')}\n`;
};
