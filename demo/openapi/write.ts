import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { formatDocument } from './document';

const folder = new URL('../../docs/platform-api/', import.meta.url);

await mkdir(fileURLToPath(folder), { recursive: true });
await writeFile(fileURLToPath(new URL('openapi.json', folder)), formatDocument());
