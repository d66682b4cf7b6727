import { formatAdml, formatAdmx } from './groupPolicy';
import { formatReference } from './reference';
import { formatJsonSample, formatMobileconfig } from './samples';

/** What docs/policies holds for those who roll the app out, by path in it. */
export const policyFiles = (): Readonly<Record<string, string>> => ({
  'windows/SmartspaceDesktop.admx': formatAdmx(),
  'windows/pt-BR/SmartspaceDesktop.adml': formatAdml('pt-BR'),
  'windows/en-US/SmartspaceDesktop.adml': formatAdml('en'),
  'macos/SmartspaceDesktop.mobileconfig': formatMobileconfig(),
  'linux/policies.json': formatJsonSample(),
  'reference.pt-BR.md': formatReference('pt-BR'),
  'reference.en.md': formatReference('en'),
});
