import { describe, expect, it } from 'vitest';
import { parseArguments, parseEnvironment } from './arguments';

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

describe('parseEnvironment', () => {
  it('takes a mail server, a sender and an address for links', () => {
    expect(
      parseEnvironment({
        SMTP_URL: 'smtps://ana:secret@mail.example',
        SMTP_FROM: 'a@b.example',
        PUBLIC_URL: 'https://demo.example',
      }),
    ).toEqual({
      smtpUrl: 'smtps://ana:secret@mail.example',
      emailSender: 'a@b.example',
      publicUrl: 'https://demo.example',
    });
    expect(parseEnvironment({})).toEqual({});
  });

  it('names what it does not understand, but not its value', () => {
    expect(() => parseEnvironment({ SMTP_URL: 'https://ana:secret@mail.example' })).toThrow(
      /^SMTP_URL is not understood$/,
    );
    expect(() => parseEnvironment({ PUBLIC_URL: 'http://demo.example' })).toThrow(/^PUBLIC_URL is not understood$/);
  });
});
