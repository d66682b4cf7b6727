import type { ComponentProps } from 'react';
import { useLaterParts } from '../login/useLaterParts';
import { PasswordSkeleton } from './PasswordSkeleton';
import type { PasswordLinkView } from './PasswordLinkView';

/** `PasswordLinkView`, loaded when it is needed: most days nobody opens a link. */
export const PasswordLink = (props: ComponentProps<typeof PasswordLinkView>) => {
  const parts = useLaterParts(true);
  return parts === null ? <PasswordSkeleton /> : <parts.PasswordLinkView {...props} />;
};
