import { expect, it } from 'vitest';
import { ObservableState } from '../base/observable';
import { texts } from '../shell/texts';
import { createHeldTitle } from './heldTitle';

const createWorld = () => {
  const count = new ObservableState(0);
  let title = 'Smartspace';
  let onPageTitle: (event: { preventDefault(): void }) => void = () => undefined;
  const show = createHeldTitle({
    window: {
      getTitle: () => title,
      setTitle: (text) => {
        title = text;
      },
      isDestroyed: () => false,
      on: (_event, listener) => {
        onPageTitle = listener;
      },
    },
    changes: count,
    count: () => count.value,
    text: texts['pt-BR'].held,
  });
  const isPageTitleTaken = () => {
    let isTaken = true;
    onPageTitle({ preventDefault: () => (isTaken = false) });
    return isTaken;
  };
  return { count, show, title: () => title, isPageTitleTaken };
};

it('says how many attendances hold, follows them, and gives way to the usual title with the last one', () => {
  const { count, show, title, isPageTitleTaken } = createWorld();
  count.set(3);
  expect(title()).toBe('Smartspace');
  show();
  expect(title()).toBe('3 atendimentos em andamento – finalize-os antes de sair');
  expect(isPageTitleTaken()).toBe(false);
  count.set(1);
  expect(title()).toBe('1 atendimento em andamento – finalize-o antes de sair');
  // Windows asks again.
  show();
  count.set(0);
  expect(title()).toBe('Smartspace');
  expect(isPageTitleTaken()).toBe(true);
  count.set(2);
  expect(title()).toBe('Smartspace');
});
