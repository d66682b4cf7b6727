import { createConfiguration } from './packaging/configuration';
import { readPackageFacts } from './packaging/packageFacts';

/** What electron-builder packs, and how; see packaging/. */
export default createConfiguration(readPackageFacts(process.env));
