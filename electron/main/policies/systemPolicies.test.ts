import { describe, expect, it } from 'vitest';
import { readManagedPreferences } from './managedPreferences';
import { runTool, type ToolAnswer } from './runTool';
import { readWindowsRegistry } from './windowsRegistry';

describe('readWindowsRegistry', () => {
  const key = String.raw`Software\Policies\Smartspace\Desktop`;
  const readWith = async (answers: Readonly<Record<string, ToolAnswer>>) => {
    const calls: string[] = [];
    const sources = await readWindowsRegistry(
      (file, parameters) => {
        calls.push([file, ...parameters].join(' '));
        return Promise.resolve(answers[parameters[1]?.slice(0, 4) ?? ''] ?? { kind: 'failed' });
      },
      String.raw`C:\Windows`,
    );
    return { sources, calls };
  };
  const printed = (root: string, level: string): ToolAnswer => ({
    kind: 'done',
    output: `\r\n${root}\\${key}\r\n    LogLevel    REG_SZ    ${level}\r\n`,
  });

  it('asks for fixed keys with the program of the system, the computer before the user', async () => {
    const { sources, calls } = await readWith({
      HKLM: printed('HKEY_LOCAL_MACHINE', 'warn'),
      HKCU: printed('HKEY_CURRENT_USER', 'debug'),
    });
    expect(calls).toEqual([
      String.raw`C:\Windows\System32\reg.exe query HKLM\Software\Policies\Smartspace\Desktop /s /reg:64`,
      String.raw`C:\Windows\System32\reg.exe query HKCU\Software\Policies\Smartspace\Desktop /s /reg:64`,
    ]);
    expect(sources).toEqual([
      { kind: 'read', place: `HKLM\\${key}`, content: { LogLevel: 'warn' } },
      { kind: 'read', place: `HKCU\\${key}`, content: { LogLevel: 'debug' } },
    ]);
  });

  it('has nothing to say where there is no key, and reports what could not be asked', async () => {
    const { sources } = await readWith({ HKLM: { kind: 'refused', code: 1 } });
    expect(sources).toEqual([{ kind: 'failed', place: `HKCU\\${key}`, problem: 'unreadable' }]);
  });
});

describe('readManagedPreferences', () => {
  const computer = '/Library/Managed Preferences/br.com.smartspace.desktop.plist';
  const user = '/Library/Managed Preferences/ana/br.com.smartspace.desktop.plist';
  const readWith = (answers: Readonly<Record<string, ToolAnswer>>) =>
    readManagedPreferences({
      userName: 'ana',
      exists: (file) => Promise.resolve(file in answers),
      run: (file, parameters) => {
        expect(file).toBe('/usr/bin/plutil');
        return Promise.resolve(answers[parameters.at(-1) ?? ''] ?? { kind: 'failed' });
      },
    });

  it('reads what profiles put there, for the computer before the user', async () => {
    const done = (content: unknown): ToolAnswer => ({ kind: 'done', output: JSON.stringify(content) });
    expect(
      await readWith({
        [user]: done({ LogLevel: 'warn', PayloadUUID: '1' }),
        [computer]: done({ MayLeaveAnyway: false }),
      }),
    ).toEqual([
      { kind: 'read', place: computer, content: { MayLeaveAnyway: false } },
      { kind: 'read', place: user, content: { LogLevel: 'warn' } },
    ]);
  });

  it('has nothing to say where there are none, and reports those it can make nothing of', async () => {
    expect(await readWith({})).toEqual([]);
    expect(await readWith({ [computer]: { kind: 'refused', code: 1 }, [user]: { kind: 'done', output: '{' } })).toEqual(
      [
        { kind: 'failed', place: computer, problem: 'unreadable' },
        { kind: 'failed', place: user, problem: 'malformed' },
      ],
    );
  });
});

describe('runTool', () => {
  it('tells output, a code of its own and no start at all apart', async () => {
    const run = (script: string) => runTool(process.execPath, ['-e', script]);
    expect(await run('process.stdout.write("ok")')).toEqual({ kind: 'done', output: 'ok' });
    expect(await run('process.exit(3)')).toEqual({ kind: 'refused', code: 3 });
    expect(await runTool('/no/such/program', [])).toEqual({ kind: 'failed' });
  });
});
