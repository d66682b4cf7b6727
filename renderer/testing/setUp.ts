import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import { startTexts, loadShellTexts } from '../i18n/i18n';

// Every test starts in Portuguese, with all texts there; a test of the loading itself resets the modules.
beforeEach(async () => {
  await startTexts('pt-BR');
  await loadShellTexts();
});

afterEach(cleanup);
