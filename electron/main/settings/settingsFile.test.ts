import { describe, expect, it } from 'vitest';
import { firstSettings, parseSettingsFile } from './settingsFile';

describe('parseSettingsFile', () => {
  it('starts without a file as on a computer where the app has never run', () => {
    expect(parseSettingsFile(null)).toEqual({ settings: firstSettings, isCorrupted: false });
  });

  it('lets a value that does not fit cost only itself', () => {
    const text = JSON.stringify({ language: 'en', theme: 'pink', isSideMenuCollapsed: true, lastEmail: 7, other: 1 });
    expect(parseSettingsFile(text)).toEqual({
      settings: {
        language: 'en',
        theme: 'system',
        isSideMenuCollapsed: true,
        microsoftPlace: 'popup',
        closesToTray: null,
        startsAtLogin: null,
        lastEmail: null,
        hadSession: true,
        isTrayExplained: false,
        hasLoginEntry: true,
      },
      isCorrupted: false,
    });
  });

  it.each([true, false, null])('tells what was chosen, here %j, from what never was', (chosen) => {
    const text = JSON.stringify({ closesToTray: chosen, startsAtLogin: chosen });
    expect(parseSettingsFile(text).settings).toMatchObject({ closesToTray: chosen, startsAtLogin: chosen });
    expect(parseSettingsFile('{"closesToTray":"yes please"}').settings).toMatchObject({
      closesToTray: null,
      startsAtLogin: null,
    });
  });

  it.each(['', '{"language":', 'null', '[]', '"en"'])(
    'has the keychain and the system asked where the file is damaged: %j',
    (text) => {
      expect(parseSettingsFile(text)).toEqual({
        settings: { ...firstSettings, hadSession: true, hasLoginEntry: true },
        isCorrupted: true,
      });
    },
  );
});
