import type { Handler } from '../http/call';
import { isSelfManaged } from './selfManaged';

export const readLoginOptions: Handler<'readLoginOptions'> = ({ microsoft, tenant }, { body }) => {
  const selfManaged = isSelfManaged(tenant, body.email);
  return { password: !selfManaged, microsoft: selfManaged ? microsoft.provider.application : null, selfManaged };
};
