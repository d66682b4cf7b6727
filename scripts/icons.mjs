// Draws the icons of all systems from build/icon.svg, with librsvg's rsvg-convert. Run by hand when the drawing changes;
// the results are committed, so that building packages needs no such tool.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { entry } from './lib/entry.mjs';
import { root } from './lib/places.mjs';
import { run } from './lib/processes.mjs';
import { Explained } from './lib/say.mjs';

const folder = path.join(root, 'build');
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/** The sizes Windows asks for; 256 at most fits the format. */
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];

/** Apple's names for a picture of this size, and for one of half the size on a screen of twice the density. */
const appleTypes = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
]);

await entry(async () => {
  await mkdir(path.join(folder, 'icons'), { recursive: true });
  /** @type {Map<number, Buffer>} */
  const pictures = new Map();
  for (const size of sizes) {
    const file = path.join(folder, 'icons', `${size}x${size}.png`);
    const code = await run('rsvg-convert', [
      ...['--width', String(size), '--height', String(size)],
      ...['--output', file, path.join(folder, 'icon.svg')],
    ]);
    if (code !== 0) throw new Explained('rsvg-convert could not draw the icon. It is in the package librsvg2-bin.');
    pictures.set(size, await readFile(file));
  }
  await writeFile(path.join(folder, 'icon.ico'), windowsIcon(pictures));
  await writeFile(path.join(folder, 'icon.icns'), appleIcon(pictures));
});

/**
 * @param {ReadonlyMap<number, Buffer>} pictures
 * @returns {Buffer} a header, a directory of 16 bytes for each picture, and the pictures
 */
function windowsIcon(pictures) {
  const chosen = windowsSizes.map((size) => ({ size, picture: pictures.get(size) ?? Buffer.alloc(0) }));
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(chosen.length, 4);
  let offset = 6 + 16 * chosen.length;
  const directory = chosen.map(({ size, picture }) => {
    const row = Buffer.alloc(16);
    // 0 stands for 256.
    row.writeUInt8(size % 256, 0);
    row.writeUInt8(size % 256, 1);
    row.writeUInt16LE(1, 4);
    row.writeUInt16LE(32, 6);
    row.writeUInt32LE(picture.length, 8);
    row.writeUInt32LE(offset, 12);
    offset += picture.length;
    return row;
  });
  return Buffer.concat([header, ...directory, ...chosen.map(({ picture }) => picture)]);
}

/**
 * @param {ReadonlyMap<number, Buffer>} pictures
 * @returns {Buffer} a header, then each picture behind its type and length
 */
function appleIcon(pictures) {
  const entries = appleTypes.map(([type, size]) => block(type, pictures.get(size) ?? Buffer.alloc(0)));
  return block('icns', Buffer.concat(entries));
}

/**
 * @param {string} type
 * @param {Buffer} content
 */
function block(type, content) {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([header, content]);
}
