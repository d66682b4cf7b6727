import { importBorders } from './rules/importBorders.js';
import { ownedMembersRule } from './rules/ownedMembers.js';

/** The rules that only this house has. */
export const housePlugin = {
  meta: { name: 'house' },
  rules: { 'import-borders': importBorders, 'owned-members': ownedMembersRule },
};
