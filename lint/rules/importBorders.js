import { isBuiltin } from 'node:module';
import path from 'node:path';
import { areaOf, isIn, isProduct, isTest, onlyEntries, ownedImports } from '../house.js';

/** @typedef {{ kind: 'ours', file: string } | { kind: 'package', name: string }} Target */

/**
 * @param {string} specifier
 * @param {string} file the importing file, from the root of the house
 * @returns {Target}
 */
const resolve = (specifier, file) => {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return { kind: 'ours', file: path.posix.join(path.posix.dirname(file), bare) };
  if (isBuiltin(bare)) return { kind: 'package', name: 'node:' };
  const parts = bare.split('/');
  return { kind: 'package', name: parts.slice(0, bare.startsWith('@') ? 2 : 1).join('/') };
};

/** @param {import('@typescript-eslint/utils').TSESTree.Identifier | import('@typescript-eslint/utils').TSESTree.StringLiteral} name */
const textOf = (name) => (name.type === 'Identifier' ? name.name : name.value);

/**
 * Why a file may not import a target by where both stand, or null if it may.
 *
 * @param {string} file
 * @param {Target} target
 * @returns {string | null}
 */
const findBreach = (file, target) => {
  const area = areaOf(file);
  if (area === undefined) return null;
  if (target.kind === 'ours') {
    const open = [area.folder, ...area.imports, ...(isTest(file) ? (area.testImports ?? []) : [])];
    if (open.includes(areaOf(target.file)?.folder ?? '')) return null;
    return `${area.folder} may not import ${target.file}. Of our own folders it may import: ${open.join(', ')}.`;
  }
  if (isTest(file)) return null;
  const isBanned = area.onlyPackages
    ? !area.onlyPackages.includes(target.name)
    : area.noPackages?.includes(target.name);
  const name = target.name === 'node:' ? "Node's modules" : target.name;
  return isBanned ? `${area.folder} may not import ${name}.` : null;
};

/**
 * Why a file may not import these names of a target that somebody else owns, or null if it may.
 *
 * @param {string} file
 * @param {Target} target
 * @param {readonly string[] | 'all'} names
 * @param {boolean} isAwaited
 * @returns {string | null}
 */
const findTrespass = (file, target, names, isAwaited) => {
  if (!isProduct(file)) return null;
  for (const owned of ownedImports) {
    const isTarget = target.kind === 'ours' ? isIn(`./${target.file}`, owned.what) : target.name === owned.what;
    if (!isTarget || (isAwaited && owned.mayBeAwaited) || owned.owners.some((folder) => isIn(file, folder))) continue;
    const taken = owned.names?.filter((name) => names === 'all' || names.includes(name));
    if (taken?.length === 0) continue;
    return `Only ${owned.owners.join(', ')} may import ${taken?.join(', ') ?? owned.what}. ${owned.instead}`;
  }
  return null;
};

/**
 * Why a file of the product may not import from this place of a package, or null if it may.
 *
 * @param {string} file
 * @param {Target} target
 * @param {string} specifier
 * @returns {string | null}
 */
const findLargeForm = (file, target, specifier) => {
  if (!isProduct(file) || target.kind === 'ours') return null;
  const only = onlyEntries.find(({ what, entry }) => target.name === what && specifier !== entry);
  return only ? `The product imports ${only.what} from ${only.entry}. ${only.instead}` : null;
};

/**
 * Keeps every import within the borders of house.js, by the folder that it really leads to.
 *
 * @type {import('@typescript-eslint/utils').TSESLint.RuleModule<'breach'>}
 */
export const importBorders = {
  meta: {
    type: 'problem',
    schema: [],
    docs: { description: 'Keep imports within the borders of the house' },
    messages: { breach: '{{message}}' },
  },
  defaultOptions: [],
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');

    /**
     * @param {import('@typescript-eslint/utils').TSESTree.Node} node
     * @param {import('@typescript-eslint/utils').TSESTree.Node | null} source
     * @param {{ names?: readonly string[] | 'all', isType?: boolean, isAwaited?: boolean }} [how]
     */
    const check = (node, source, { names = 'all', isType = false, isAwaited = false } = {}) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      const target = resolve(source.value, file);
      const message =
        findBreach(file, target) ??
        findLargeForm(file, target, source.value) ??
        (isType ? null : findTrespass(file, target, names, isAwaited));
      if (message !== null) context.report({ node, messageId: 'breach', data: { message } });
    };

    return {
      ImportDeclaration(node) {
        const values = node.specifiers.filter((each) => each.type !== 'ImportSpecifier' || each.importKind !== 'type');
        const named = values.flatMap((each) => (each.type === 'ImportSpecifier' ? [textOf(each.imported)] : []));
        const isType = node.importKind === 'type' || (node.specifiers.length > 0 && values.length === 0);
        check(node, node.source, { names: named.length === values.length ? named : 'all', isType });
      },
      ExportNamedDeclaration(node) {
        const names = node.specifiers.map(({ local }) => textOf(local));
        check(node, node.source, { names, isType: node.exportKind === 'type' });
      },
      ExportAllDeclaration(node) {
        check(node, node.source, { isType: node.exportKind === 'type' });
      },
      ImportExpression(node) {
        check(node, node.source, { isAwaited: true });
      },
      TSImportType(node) {
        check(node, node.source, { isType: true });
      },
      TSExternalModuleReference(node) {
        check(node, node.expression);
      },
    };
  },
};
