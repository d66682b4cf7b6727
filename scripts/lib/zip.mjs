import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

/**
 * Just enough of the zip format to take some files out of one large archive whose checksum was verified before:
 * no zip64, no encryption, no links. A fresh machine has no unzip, and no package is needed for this.
 *
 * @typedef {{name: string, method: number, packed: number, size: number, mode: number, offset: number}} Entry
 */

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const endLength = 22;

/**
 * Takes files out of an archive.
 *
 * @param {string} archive
 * @param {string} target the folder to write to
 * @param {(name: string) => string | undefined} rename the path in the target for a name in the archive; undefined skips it
 * @returns {Promise<number>} how many files were written
 */
export async function unzip(archive, target, rename) {
  const file = await open(archive, 'r');
  let written = 0;
  try {
    for (const entry of await readDirectory(file)) {
      const name = entry.name.endsWith('/') ? undefined : rename(entry.name);
      if (name === undefined) continue;
      const destination = path.join(target, name);
      if (!destination.startsWith(target + path.sep)) throw new Error(`${entry.name} points out of the archive`);
      await mkdir(path.dirname(destination), { recursive: true });
      await writeEntry(archive, file, entry, destination);
      written += 1;
    }
  } finally {
    await file.close();
  }
  return written;
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @returns {Promise<Entry[]>}
 */
async function readDirectory(file) {
  const { size } = await file.stat();
  // The end record comes last, before a comment of at most 64 kB.
  const tail = await readAt(file, Math.max(0, size - endLength - 0xffff), Math.min(size, endLength + 0xffff));
  let end = tail.length - endLength;
  while (end >= 0 && tail.readUInt32LE(end) !== endSignature) end -= 1;
  if (end < 0) throw new Error('This is not a zip archive.');
  const count = tail.readUInt16LE(end + 10);
  const offset = tail.readUInt32LE(end + 16);
  if (count === 0xffff || offset === 0xffffffff) throw new Error('zip64 archives are not supported.');
  const directory = await readAt(file, offset, tail.readUInt32LE(end + 12));

  /** @type {Entry[]} */
  const entries = [];
  for (let at = 0; entries.length < count;) {
    if (directory.readUInt32LE(at) !== directorySignature) throw new Error('The archive is damaged.');
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      // The upper half holds the Unix mode.
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
      offset: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * @param {string} archive
 * @param {import('node:fs/promises').FileHandle} file
 * @param {Entry} entry
 * @param {string} destination
 */
async function writeEntry(archive, file, entry, destination) {
  if (entry.method !== 0 && entry.method !== 8) throw new Error(`${entry.name} is packed in an unknown way.`);
  // The local header's own name and extra field may differ in length from the directory's.
  const header = await readAt(file, entry.offset, 30);
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const output = createWriteStream(destination, { mode: entry.mode || 0o644 });
  if (entry.packed === 0) {
    await new Promise((resolve, reject) => output.once('error', reject).end(() => resolve(undefined)));
    return;
  }
  const input = createReadStream(archive, { start, end: start + entry.packed - 1 });
  let size = 0;
  const counted = new Transform({
    transform(chunk, _encoding, done) {
      size += chunk.length;
      done(null, chunk);
    },
  });
  if (entry.method === 0) await pipeline(input, counted, output);
  else await pipeline(input, createInflateRaw(), counted, output);
  if (size !== entry.size) throw new Error(`${entry.name} is incomplete.`);
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {number} position
 * @param {number} length
 */
async function readAt(file, position, length) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
