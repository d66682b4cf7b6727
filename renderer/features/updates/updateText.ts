import type { TFunction } from 'i18next';
import { assertNever } from '../../../shared/rules/assertNever';
import type { UpdateState } from '../../../shared/state/update';

/** What is said of where updating stands, in a sentence. */
export const updateText = (t: TFunction<'updates'>, state: UpdateState): string => {
  switch (state.kind) {
    case 'disabled':
      return t(`state.disabled.${state.reason}`);
    case 'idle':
      return state.checkedAt === null ? t('state.idle') : t('state.current');
    case 'checking':
      return t('state.checking');
    case 'found':
      return t(`state.found.${state.waitsFor}`, { version: state.version });
    case 'downloading':
      return t('state.downloading', { version: state.version, percent: state.percent });
    case 'ready':
      return t('state.ready', { version: state.version });
    case 'installing':
      return t('state.installing', { version: state.version });
    case 'failed':
      return `${t(`state.failed.${state.failure}`)} ${t('state.unchanged')}`;
    default:
      return assertNever(state);
  }
};
