import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import { loadTexts, startTexts } from '../i18n/i18n';

// The whole document in every message hides what it says.
configure({ getElementError: (message) => new Error(message ?? 'Not found') });

// Missing in this document. As in a browser, an error that is reported is one that nothing caught: the test fails.
globalThis.reportError = (error) => {
  queueMicrotask(() => {
    throw error;
  });
};

beforeEach(async () => {
  await startTexts('pt-BR');
  await loadTexts('later');
  await loadTexts('shell');
});

afterEach(cleanup);
