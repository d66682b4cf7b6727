import { describe, expect, it } from 'vitest';
import { settle } from '../base/fakeClock';
import { MemoryLogger } from '../logging/memoryLogger';
import { CloseToTray } from './closeToTray';

const createWorld = () => {
  const world = {
    isWanted: true,
    hasTray: true,
    isExplained: false,
    steps: [] as string[],
    read: (): void => undefined,
    showIcon: () => Promise.resolve(void world.steps.push('icon')),
  };
  const closing = new CloseToTray({
    isWanted: () => world.isWanted,
    hasTray: () => Promise.resolve(world.hasTray),
    showIcon: () => world.showIcon(),
    hideIcon: () => void world.steps.push('no icon'),
    hideWindow: () => void world.steps.push('hidden'),
    isExplained: () => world.isExplained,
    explain: () => {
      world.steps.push('explained');
      return new Promise((resolve) => (world.read = resolve));
    },
    tellExplained: () => {
      world.isExplained = true;
    },
    logger: new MemoryLogger(),
  });
  return { world, closing };
};

describe('CloseToTray', () => {
  it('says where the window goes, once, before it goes there for the first time', async () => {
    const { world, closing } = createWorld();
    const first = closing.hide();
    // The close button, again and again, while the agent reads.
    await closing.hide();
    await settle();
    expect(world.steps).toEqual(['explained']);
    world.read();
    await first;
    await closing.hide();
    expect(world.steps).toEqual(['explained', 'hidden', 'hidden']);
  });

  it('has the icon there before it says that the window would be found again', async () => {
    const { world, closing } = createWorld();
    expect(await closing.isReady()).toBe(true);
    expect(world.steps).toEqual(['icon']);
  });

  it('is not ready where it is not wanted, where there is no tray, and where the icon fails', async () => {
    const { world, closing } = createWorld();
    world.isWanted = false;
    expect(await closing.isReady()).toBe(false);
    world.isWanted = true;
    world.hasTray = false;
    expect(await closing.isReady()).toBe(false);
    expect(world.steps).toEqual([]);
    world.hasTray = true;
    world.showIcon = () => Promise.reject(new Error('no bus'));
    expect(await closing.isReady()).toBe(false);
  });

  it('shows the icon while it is wanted and takes it away after', async () => {
    const { world, closing } = createWorld();
    await closing.follow();
    world.isWanted = false;
    await closing.follow();
    expect(world.steps).toEqual(['icon', 'no icon']);
  });
});
