import { describe, expect, it } from 'vitest';
import { parseRegistryOutput } from './registryOutput';

const key = String.raw`Software\Policies\Smartspace\Desktop`;

/** As Windows prints it: blank lines, four blanks between the columns, a carriage return at each end. */
const printed = (lines: readonly string[]) => `\r\n${lines.join('\r\n')}\r\n`;

describe('parseRegistryOutput', () => {
  it('reads the key and the branch below it', () => {
    const output = printed([
      `HKEY_LOCAL_MACHINE\\${key}`,
      '    (Padrão)    REG_SZ    (valor não definido)',
      '    PlatformUrl    REG_SZ    https://platform.example/a path',
      '    MayLeaveAnyway    REG_DWORD    0x0',
      String.raw`    LoginMethods    REG_MULTI_SZ    password\0microsoft`,
      '',
      `HKEY_LOCAL_MACHINE\\${key}\\Recommended`,
      '    LogLevel    REG_EXPAND_SZ    debug',
    ]);
    expect(parseRegistryOutput(output, key)).toEqual({
      PlatformUrl: 'https://platform.example/a path',
      MayLeaveAnyway: 0,
      LoginMethods: ['password', 'microsoft'],
      Recommended: { LogLevel: 'debug' },
    });
  });

  it('does not mind how the key is written, nor a value without content', () => {
    const output = printed([
      `HKEY_CURRENT_USER\\${key.toUpperCase()}`,
      '    ProxyServer    REG_SZ    ',
      '    A    REG_SZ',
    ]);
    expect(parseRegistryOutput(output, key)).toEqual({ ProxyServer: '', A: '' });
  });

  it('makes nothing of types and numbers that no policy has', () => {
    const output = printed([
      `HKEY_LOCAL_MACHINE\\${key}`,
      '    LogLevel    REG_BINARY    6465627567',
      '    MayLeaveAnyway    REG_DWORD    nonsense',
    ]);
    expect(parseRegistryOutput(output, key)).toEqual({ LogLevel: null, MayLeaveAnyway: null });
  });

  it('leaves out what stands under other keys', () => {
    const output = printed([
      '    Stray    REG_SZ    before any key',
      `HKEY_LOCAL_MACHINE\\${key}\\Recommended\\Deeper`,
      '    LogLevel    REG_SZ    debug',
      String.raw`HKEY_LOCAL_MACHINE\Software\Policies\Other`,
      '    LogLevel    REG_SZ    debug',
    ]);
    expect(parseRegistryOutput(output, key)).toEqual({});
    expect(parseRegistryOutput('', key)).toEqual({});
  });

  it('takes a name for a name, even one that means something to the language', () => {
    const output = printed([`HKEY_LOCAL_MACHINE\\${key}`, '    __proto__    REG_SZ    a']);
    expect(Object.entries(parseRegistryOutput(output, key))).toEqual([['__proto__', 'a']]);
  });
});
