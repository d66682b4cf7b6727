import path from 'node:path';
import { ESLintUtils } from '@typescript-eslint/utils';
import { isIn, isTest, ownedMembers } from '../house.js';

/**
 * @param {import('typescript').Declaration} declaration
 * @param {import('../house.js').OwnedMember} owned
 */
const declares = (declaration, { types, declaredBy }) => {
  const parent = /** @type {{ name?: { text?: string } }} */ (declaration.parent);
  if (!types.includes(parent.name?.text ?? '')) return false;
  const file = declaration.getSourceFile().fileName;
  return declaredBy === undefined ? !file.includes('/node_modules/') : file.includes(`/node_modules/${declaredBy}/`);
};

/**
 * The name of a member where it is written out, else undefined.
 *
 * @param {import('@typescript-eslint/utils').TSESTree.Node} key
 * @param {boolean} isComputed
 */
const nameOf = (key, isComputed) => {
  if (key.type === 'Literal') return key.value;
  return key.type === 'Identifier' && !isComputed ? key.name : undefined;
};

/**
 * Lets only the owners of house.js use certain members of others' objects. It goes by where a member is declared, so an
 * alias, a Pick<> of the type or a destructuring is noticed as well.
 *
 * @type {import('@typescript-eslint/utils').TSESLint.RuleModule<'trespass'>}
 */
export const ownedMembersRule = {
  meta: {
    type: 'problem',
    schema: [],
    docs: { description: 'Let only its owner use what could get around the house' },
    messages: { trespass: '{{message}}' },
  },
  defaultOptions: [],
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    const services = ESLintUtils.getParserServices(context);

    /**
     * @param {import('@typescript-eslint/utils').TSESTree.Node} node
     * @param {unknown} name
     * @param {(name: string) => import('typescript').Symbol | undefined} findSymbol
     */
    const check = (node, name, findSymbol) => {
      if (typeof name !== 'string' || isTest(file)) return;
      const candidates = ownedMembers.filter(({ members }) => members.includes(name));
      if (candidates.length === 0) return;
      const declarations = findSymbol(name)?.declarations ?? [];
      const owned = candidates.find((each) => declarations.some((declaration) => declares(declaration, each)));
      if (owned === undefined || owned.owners.some((folder) => isIn(file, folder))) return;
      const owners = owned.owners.length === 0 ? 'Nobody' : `Only ${owned.owners.join(', ')}`;
      const message = `${owners} may use ${owned.types[0]}.${name}. ${owned.instead}`;
      context.report({ node, messageId: 'trespass', data: { message } });
    };

    return {
      MemberExpression(node) {
        check(node, nameOf(node.property, node.computed), () => services.getSymbolAtLocation(node.property));
      },
      ObjectPattern(node) {
        const type = services.getTypeAtLocation(node);
        for (const each of node.properties) {
          if (each.type === 'Property') check(each, nameOf(each.key, each.computed), (name) => type.getProperty(name));
        }
      },
    };
  },
};
