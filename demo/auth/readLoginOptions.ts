import type { Handler } from '../http/call';

export const readLoginOptions: Handler<'readLoginOptions'> = ({ tenant }, { body }) => {
  const domain = body.email.slice(body.email.lastIndexOf('@') + 1).toLowerCase();
  const isSelfManaged = tenant.selfManagedDomains.includes(domain);
  return { password: !isSelfManaged, microsoft: isSelfManaged, selfManaged: isSelfManaged };
};
