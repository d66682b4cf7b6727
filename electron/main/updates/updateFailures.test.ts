import { describe, expect, it } from 'vitest';
import { UpdateError } from './updateDriver';
import { describeUpdateFailure } from './updateFailures';

const withCode = (code: string) => Object.assign(new Error('somewhere'), { code });

describe('describeUpdateFailure', () => {
  it.each([
    [withCode('ERR_CHECKSUM_MISMATCH'), 'not-authentic'],
    [withCode('ERR_UPDATER_INVALID_SIGNATURE'), 'not-authentic'],
    [withCode('ENOSPC'), 'disk-full'],
    [withCode('HTTP_ERROR_503'), 'feed-unreachable'],
    [withCode('ERR_UPDATER_CHANNEL_FILE_NOT_FOUND'), 'feed-unreachable'],
    [withCode('ERR_UPDATER_INVALID_UPDATE_INFO'), 'feed-damaged'],
    [new Error('net::ERR_CONNECTION_REFUSED'), 'feed-unreachable'],
    [new Error('net::ERR_NAME_NOT_RESOLVED'), 'feed-unreachable'],
    [new Error('net::ERR_CONTENT_LENGTH_MISMATCH'), 'interrupted'],
    [new Error('net::ERR_CONNECTION_RESET'), 'interrupted'],
    [new Error('Request has been aborted by the server'), 'interrupted'],
    [withCode('EACCES'), 'other'],
    ['nonsense', 'other'],
  ])('%o: %s', (error, failure) => {
    expect(describeUpdateFailure(error).failure).toBe(failure);
  });

  it('keeps what has been described already', () => {
    const error = new UpdateError('interrupted', 'STANDSTILL');
    expect(describeUpdateFailure(error)).toBe(error);
  });

  it('keeps the message out of its own', () => {
    expect(describeUpdateFailure(new Error('/home/maria')).message).toBe('other (Error)');
  });
});
