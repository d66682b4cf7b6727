import { describe, expect, it } from 'vitest';
import { parseArguments } from './arguments';

describe('parseArguments', () => {
  it('takes any free port, seed 1 and no folder unless told otherwise', () => {
    expect(parseArguments([])).toEqual({ port: 0, controlPort: 0, seed: 1, simulatesCustomers: false });
  });

  it('takes everything it is told', () => {
    const text = '--port 1234 --control-port 1235 --seed 7 --data state --access-token-seconds 5 --offer-seconds 9';
    expect(parseArguments([...text.split(' '), '--simulate'])).toEqual({
      port: 1234,
      controlPort: 1235,
      seed: 7,
      dataFolder: 'state',
      accessTokenSeconds: 5,
      offerSeconds: 9,
      simulatesCustomers: true,
    });
  });

  it('names what it does not understand', () => {
    expect(() => parseArguments(['--port', 'many'])).toThrow('--port');
    expect(() => parseArguments(['--unknown'])).toThrow('--unknown');
  });
});
