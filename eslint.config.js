import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { housePlugin } from './lint/plugin.js';

const product = ['electron/**/*.ts', 'renderer/**/*.{ts,tsx}', 'shared/**/*.ts'];
/** Unit tests, and what only they use. */
const tests = ['**/*.test.{ts,tsx}', 'renderer/**/testing/**', 'demo/testing/**'];

/** What Node gives every module, for the scripts that no compiler reads. */
const nodeGlobals = [
  'AbortController',
  'AbortSignal',
  'Buffer',
  'URL',
  'clearTimeout',
  'console',
  'fetch',
  'performance',
  'setImmediate',
  'setInterval',
  'clearInterval',
  'structuredClone',
  'TextDecoder',
  'TextEncoder',
  'process',
  'setTimeout',
];

export default defineConfig(
  globalIgnores(['out/', 'dist/', 'test-results/', 'docs/']),
  {
    // A rule that doesn't fit is changed here, for everybody, not switched off in passing.
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    plugins: { house: housePlugin },
    rules: {
      'house/import-borders': 'error',
      eqeqeq: 'error',
      'no-debugger': 'error',
      'no-else-return': 'error',
      'no-empty': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-param-reassign': 'error',
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
      'no-self-compare': 'error',
      'no-unreachable-loop': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-catch': 'error',
      'no-var': 'error',
      'no-warning-comments': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  // Their tools read what these files export by default.
  { files: ['**/*.config.{js,ts}', 'electron-builder.ts'], rules: { 'no-restricted-exports': 'off' } },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: Object.fromEntries(nodeGlobals.map((name) => [name, 'readonly'])) },
    rules: {
      'no-dupe-keys': 'error',
      'no-redeclare': 'error',
      'no-undef': 'error',
      'no-unreachable': 'error',
      'no-unused-vars': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    // One program for all: each part's own would read the same files and libraries again.
    languageOptions: { parserOptions: { project: 'tsconfig.lint.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
      ],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Takes a fifth of all the time; editors strike through what is deprecated.
      '@typescript-eslint/no-deprecated': 'off',
      // Characters as people count them are what a spread of a string gives.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // The compiler keeps what it narrowed across an await, where the world may have changed: checking again is right.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // A parameter that picks a row of the contract's tables may appear once and still do its work inside.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // There are no enums here, and classes with private fields are told apart by the compiler.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // The compiler finds them.
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Every member of a union is named, even where there is a default.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
      ],
    },
  },
  {
    files: product,
    rules: {
      'house/owned-members': 'error',
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
          message: 'Text from outside must not become markup: let React draw it.',
        },
        {
          selector: 'JSXAttribute[name.name=/^(dangerouslySetInnerHTML|srcDoc)$/]',
          message: 'Text from outside must not become markup: let React draw it.',
        },
        {
          selector: 'Property[key.name=/^(dangerouslySetInnerHTML|srcDoc)$/]',
          message: 'Text from outside must not become markup: let React draw it.',
        },
        {
          // Names that are the same in every language are not texts.
          selector: 'JSXText[value=/\\p{L}/u]:not([value=/^\\s*(Smartspace|Português|English)\\s*$/])',
          message: 'What people read comes from renderer/i18n, in both languages.',
        },
        {
          selector:
            'JSXAttribute[name.name=/^(aria-label|aria-description|alt|placeholder|title)$/] > Literal[value=/\\p{L}/u]',
          message: 'What people read comes from renderer/i18n, in both languages.',
        },
      ],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    // The plugin's other rules run React's compiler, which this app is built without, and take long.
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: tests,
    rules: {
      // expect.any() and its like are any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // Plain-object fakes implement asynchronous ports without having anything to wait for.
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': 'off',
    },
  },
);
