import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { policyFiles } from './policyFiles';

const folder = path.join(import.meta.dirname, '../../../../docs/policies');

for (const [file, text] of Object.entries(policyFiles())) {
  const place = path.join(folder, file);
  await mkdir(path.dirname(place), { recursive: true });
  await writeFile(place, text);
}
