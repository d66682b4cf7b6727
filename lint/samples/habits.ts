import type { Sample } from './sample';

const syntax = ['no-restricted-syntax'];
const typed = (rule: string) => [`@typescript-eslint/${rule}`];

/** Habits. */
export const habitSamples: readonly Sample[] = [
  { at: 'demo/a.ts', code: `Promise.resolve();`, rules: typed('no-floating-promises') },
  { at: 'demo/a.ts', code: `void Promise.resolve();` },
  {
    at: 'renderer/ui/A.tsx',
    code: `export const A = () => <p onClick={async () => { await 1; }} />;`,
    rules: ['@typescript-eslint/no-misused-promises', '@typescript-eslint/await-thenable'],
  },
  {
    at: 'demo/a.ts',
    code: `export const a = (b: 'x' | 'y') => { switch (b) { case 'x': return 1; default: return 2; } };`,
    rules: typed('switch-exhaustiveness-check'),
  },
  {
    at: 'demo/a.ts',
    code: `export const a = (b: 'x' | 'y') => { switch (b) { case 'x': return 1; } return 2; };`,
    rules: typed('switch-exhaustiveness-check'),
  },
  {
    at: 'demo/a.ts',
    code: `export const a = (b: 'x' | 'y') => { switch (b) { case 'x': return 1; case 'y': return 2; } };`,
  },
  { at: 'demo/a.ts', code: `export const a = (b: any) => String(b);`, rules: typed('no-explicit-any') },
  { at: 'demo/a.ts', code: `export const a: unknown = JSON.parse('1').b;`, rules: typed('no-unsafe-member-access') },
  { at: 'demo/a.ts', code: `export const a = { b: JSON.parse('1') };`, rules: typed('no-unsafe-assignment') },
  { at: 'demo/a.test.ts', code: `export const a = { b: JSON.parse('1') };` },
  { at: 'demo/a.ts', code: `export const a = async () => 1;`, rules: typed('require-await') },
  { at: 'demo/a.test.ts', code: `export const a = async () => 1;` },
  { at: 'demo/a.ts', code: `export const a = (b: string | null) => b!.length;`, rules: typed('no-non-null-assertion') },
  {
    at: 'demo/a.ts',
    code: `import { ZodType } from 'zod'; export type A = ZodType;`,
    rules: typed('consistent-type-imports'),
  },
  {
    at: 'demo/a.ts',
    code: `export const a = { b: 1 } as { b: number; c?: string };`,
    rules: typed('consistent-type-assertions'),
  },
  { at: 'demo/a.ts', code: `// @ts-ignore\nexport const a = 1;`, rules: typed('ban-ts-comment') },
  { at: 'demo/a.ts', code: `const a = 1; export default a;`, rules: ['no-restricted-exports'] },
  { at: 'demo/a.ts', code: `const a = 1; export { a as default };`, rules: ['no-restricted-exports'] },
  { at: 'vitest.config.ts', code: `const a = 1; export default a;` },
  { at: 'demo/a.ts', code: `// TODO later`, rules: ['no-warning-comments'] },
  {
    at: 'demo/a.ts',
    code: `// eslint-disable-next-line eqeqeq\nexport const a = (b: number) => b == 1;`,
    rules: ['none', 'eqeqeq'],
    says: 'noInlineConfig',
  },
  { at: 'electron/main/a.ts', code: `console.log(1);`, rules: ['no-console'] },
  { at: 'renderer/app/a.ts', code: `console.log(1);`, rules: ['no-console'] },
  { at: 'shared/rules/a.ts', code: `console.log(1);`, rules: ['no-console'] },
  { at: 'demo/a.ts', code: `console.log(1);` },
  { at: 'demo/a.ts', code: `eval('1');`, rules: ['no-eval'] },
  { at: 'demo/a.ts', code: `setTimeout('1', 1);`, rules: typed('no-implied-eval') },
  {
    at: 'demo/a.ts',
    code: `export const a: unknown = new Function('1');`,
    rules: ['@typescript-eslint/no-implied-eval', 'no-new-func'],
  },
  { at: 'renderer/ui/a.ts', code: `document.body.innerHTML = '';`, rules: syntax, says: 'let React draw it' },
  { at: 'renderer/ui/a.ts', code: `document.body.insertAdjacentHTML('beforeend', '');`, rules: syntax, says: 'markup' },
  {
    at: 'renderer/ui/A.tsx',
    code: `export const A = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;`,
    rules: syntax,
    says: 'markup',
  },
  {
    at: 'renderer/ui/A.tsx',
    code: `export const props = { dangerouslySetInnerHTML: { __html: '' } };`,
    rules: syntax,
    says: 'markup',
  },
  {
    at: 'renderer/ui/A.tsx',
    code: `import { useState } from 'react'; export const A = (p: { b: boolean }) => { if (p.b) useState(1); return null; };`,
    rules: ['react-hooks/rules-of-hooks'],
  },
  { at: 'renderer/ui/A.tsx', code: `export const A = () => <p>Entrar</p>;`, rules: syntax, says: 'renderer/i18n' },
  {
    at: 'renderer/ui/A.tsx',
    code: `export const A = () => <p title="Início" />;`,
    rules: syntax,
    says: 'renderer/i18n',
  },
  { at: 'renderer/ui/A.tsx', code: `export const A = (p: { a: string }) => <p title={p.a}>1: {p.a}</p>;` },
  { at: 'renderer/ui/A.tsx', code: `export const A = () => <p>Smartspace</p>;` },
  {
    at: 'renderer/ui/A.tsx',
    code: `import { useEffect } from 'react'; export const A = (p: { b(): void }) => { useEffect(() => { p.b(); }, []); return null; };`,
    rules: ['react-hooks/exhaustive-deps'],
  },
  { at: 'scripts/a.mjs', code: `undeclared();`, rules: ['no-undef'] },
];
