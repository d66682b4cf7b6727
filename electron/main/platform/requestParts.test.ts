import { describe, expect, it } from 'vitest';
import { endpoints } from '../../../shared/platform/endpoints';
import { buildUrl, canRepeat, PathParameterError } from './requestParts';

const url = (parameters: Record<string, string>, query = {}) =>
  buildUrl('https://platform.example/base', 'readMessages', endpoints.readMessages, parameters, query);

describe('buildUrl', () => {
  it('puts path parameters and the query in their places', () => {
    expect(url({ attendanceId: 'a_1-b' }, { before: 40, limit: 50 })).toBe(
      'https://platform.example/base/v1/attendances/a_1-b/messages?before=40&limit=50',
    );
  });

  it.each(['', '..', 'a/b', 'a?b', 'a%2Fb', 'x'.repeat(65)])('refuses %j as an identifier', (attendanceId) => {
    expect(() => url({ attendanceId })).toThrow(PathParameterError);
  });

  it('refuses a missing parameter without repeating any value', () => {
    expect(() => url({ other: 'secret-value' })).toThrow(/^readMessages: the path parameter "attendanceId"/);
  });
});

describe('canRepeat', () => {
  it('holds for reading and for commands, and not for what takes no key', () => {
    expect(canRepeat(endpoints.readMe)).toBe(true);
    expect(canRepeat(endpoints.acceptAttendance)).toBe(true);
    expect(canRepeat(endpoints.refresh)).toBe(false);
    expect(canRepeat(endpoints.logIn)).toBe(false);
  });
});
