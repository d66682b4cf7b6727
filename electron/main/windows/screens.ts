import { screen } from 'electron';
import type { Screen } from './windowPlaces';

/** The screens there are, the main one first. Only once Electron is ready. */
export const currentScreens = (): readonly Screen[] => {
  const main = screen.getPrimaryDisplay();
  return [main, ...screen.getAllDisplays().filter(({ id }) => id !== main.id)];
};
