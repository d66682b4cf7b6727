import { describe, expect, it } from 'vitest';
import { faultsSchema, requestFaultsOf, takeFaults } from './faultRules';

const faults = (request: unknown) => requestFaultsOf(faultsSchema.parse(request));
const get = (path: string) => ({ method: 'GET', path });

describe('takeFaults', () => {
  it('hits only paths that start so', () => {
    const active = faults({ status: { status: 500, pathPrefix: '/v1/queues' } });
    expect(takeFaults(active, get('/v1/queues/log-in')).hit).toHaveLength(1);
    expect(takeFaults(active, get('/v1/me')).hit).toEqual([]);
  });

  it('leaves reading alone where only writing to the same path is to fail', () => {
    const active = faults({
      status: { status: 403, method: 'POST', pathPrefix: '/v1/attendances/1/messages', next: 1 },
    });
    const read = takeFaults(active, get('/v1/attendances/1/messages'));
    expect(read).toEqual({ hit: [], left: active });
    expect(takeFaults(read.left, { method: 'POST', path: '/v1/attendances/1/messages' }).hit).toEqual(active);
  });

  it('hits the next requests, as many as were named, and those only', () => {
    const active = faults({ drop: { pathPrefix: '/v1/me', next: 2 } });
    const untouched = takeFaults(active, get('/v1/queues')).left;
    const first = takeFaults(untouched, get('/v1/me'));
    const second = takeFaults(first.left, get('/v1/me'));
    expect([first.hit.length, second.hit.length, second.left.length]).toEqual([1, 1, 0]);
  });

  it('goes on until cleared where no number is named', () => {
    const active = faults({ delay: { milliseconds: 10 } });
    expect(takeFaults(active, get('/v1/me')).left).toEqual(active);
  });
});

describe('faultsSchema', () => {
  it('refuses what it does not know, rather than doing nothing', () => {
    expect(faultsSchema.safeParse({ explode: true }).success).toBe(false);
    expect(faultsSchema.safeParse({ status: { status: 418 } }).success).toBe(false);
  });
});
