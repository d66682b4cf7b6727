import type { World } from '../world';

/** Whether the group that an e-mail's domain stands for manages its own accounts. */
export const isSelfManaged = ({ selfManagedDomains }: World['tenant'], email: string): boolean =>
  selfManagedDomains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase());
