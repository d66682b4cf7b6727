import type { UpdateFailure } from '../../../shared/state/update';
import { UpdateError } from './updateDriver';

const byCode: Readonly<Record<string, UpdateFailure>> = {
  ERR_CHECKSUM_MISMATCH: 'not-authentic',
  ERR_UPDATER_INVALID_SIGNATURE: 'not-authentic',
  ERR_UPDATER_NO_CHECKSUM: 'not-authentic',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  ERR_UPDATER_CHANNEL_FILE_NOT_FOUND: 'feed-unreachable',
  ERR_UPDATER_LATEST_VERSION_NOT_FOUND: 'feed-unreachable',
  ERR_UPDATER_INVALID_UPDATE_INFO: 'feed-damaged',
  ERR_UPDATER_INVALID_VERSION: 'feed-damaged',
  ERR_UPDATER_NO_FILES_PROVIDED: 'feed-damaged',
  ERR_UPDATER_ASSET_NOT_FOUND: 'feed-damaged',
};

/** While the file is on its way, a line that breaks is something else than a feed that can't be reached. */
const cut =
  /ERR_(CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED_ENCODING|CONNECTION_(RESET|CLOSED|ABORTED)|EMPTY_RESPONSE)/;

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  const code: unknown = Reflect.get(error, 'code');
  if (typeof code === 'string') return code;
  return /net::(ERR_\w+)/.exec(error.message)?.[1] ?? error.name;
};

/** Puts what the library throws into our own words. Chromium's errors carry their code in the message alone. */
export const describeUpdateFailure = (error: unknown): UpdateError => {
  if (error instanceof UpdateError) return error;
  const code = codeOf(error);
  const known = byCode[code];
  if (known !== undefined) return new UpdateError(known, code);
  if (cut.test(code) || (error instanceof Error && error.message.includes('aborted by the server')))
    return new UpdateError('interrupted', code);
  if (code.startsWith('ERR_') && error instanceof Error && error.message.includes('net::'))
    return new UpdateError('feed-unreachable', code);
  if (code.startsWith('HTTP_ERROR_')) return new UpdateError('feed-unreachable', code);
  return new UpdateError('other', code);
};
