import { describe, expect, it } from 'vitest';
import { exitEvents, needsShutdownLock, planExit } from './exitPlan';
import type { ExitEvent, System } from './exitPlan';
import { decideLeave, leaveAnywayAfter } from './leaveDecision';
import type { LeaveFacts, RendererHealth } from './leaveDecision';
import type { LeaveReason } from '../../../shared/state/leaving';

/**
 * Every way out × system × attendances × renderer × platform. What is to come of each stands in the table below, letter
 * by letter, and owes nothing to the code:
 *
 *     leaves    nobody is in the way
 *     stays     refused, with the alert
 *     may       refused, but "leave anyway" is offered
 *     hides     the window goes to the tray, the app goes on
 *     waits     the system is stopped, and told why
 *     saves     goes at once, and what is being written is saved before the event is over
 *     –         the system has no such event
 *
 * Columns: no attendance; attendances with the platform in reach or away for less than two minutes; the same with the
 * platform away for two minutes or more. Reloading is free where the renderer hangs or is dead; nothing else asks for it.
 */
const table = `
way out                    | windows             | macos               | linux
close the window           | leaves stays may    | leaves stays may    | leaves stays may
close to the tray          | hides  hides hides  | hides  hides hides  | hides  hides hides
quit by the system         | leaves stays may    | leaves stays may    | leaves stays may
signal                     | leaves stays may    | leaves stays may    | leaves stays may
menu, shortcut or tray     | leaves stays may    | leaves stays may    | leaves stays may
log out                    | leaves stays stays  | leaves stays stays  | leaves stays stays
reload                     | leaves stays stays  | leaves stays stays  | leaves stays stays
reload a page that hangs   | leaves leaves leaves| leaves leaves leaves| leaves leaves leaves
install an update          | leaves stays stays  | leaves stays stays  | leaves stays stays
may the session end?       | saves  waits waits  | –                   | –
may it end, critical       | saves  saves saves  | –                   | –
the session ends           | saves  saves saves  | –                   | –
the computer shuts down    | –                   | saves  saves saves  | saves  saves saves
`;

/** By what each way out of the table reaches the app: an event, or a request of the app's own. */
const ways: Readonly<Record<string, ExitEvent | LeaveReason>> = {
  'close the window': { kind: 'close' },
  'close to the tray': { kind: 'close' },
  'quit by the system': { kind: 'before-quit' },
  signal: { kind: 'signal' },
  'menu, shortcut or tray': 'quit',
  'log out': 'sign-out',
  reload: 'reload',
  'reload a page that hangs': 'reload',
  'install an update': 'install-update',
  'may the session end?': { kind: 'query-session-end', isCritical: false },
  'may it end, critical': { kind: 'query-session-end', isCritical: true },
  'the session ends': { kind: 'session-end' },
  'the computer shuts down': { kind: 'shutdown' },
};

const maria = {
  id: 'a1',
  customerName: 'Maria Souza',
  channel: 'whatsapp',
  since: '2026-11-22T12:40:00.000Z',
} as const;
const joao = { ...maria, id: 'a2', customerName: 'João Lima', channel: 'voice' } as const;

const attendances: Readonly<Record<string, LeaveFacts['holding']>> = { none: [], one: [maria], two: [maria, joao] };
const platforms: Readonly<Record<string, number | null>> = {
  'in reach': null,
  'away for a moment': 0,
  'away for 1:59.999': 119_999,
  'away for 2:00': 120_000,
  'away for a day': 86_400_000,
};
const renderers: readonly RendererHealth[] = ['answering', 'hung', 'dead'];
const systems: readonly System[] = ['windows', 'macos', 'linux'];

interface Row {
  readonly way: string;
  readonly system: System;
  readonly attendance: string;
  readonly renderer: RendererHealth;
  readonly platform: string;
  readonly expected: string;
}

const cells = table
  .trim()
  .split('\n')
  .slice(1)
  .flatMap((line) => {
    const [way = '', ...columns] = line.split('|').map((cell) => cell.trim());
    return systems.map((system, index) => ({ way, system, outcomes: (columns[index] ?? '').split(/\s+/) }));
  });

const rows: readonly Row[] = cells.flatMap(({ way, system, outcomes }) => {
  if (outcomes[0] === '–') return [];
  const fitting = renderers.filter((renderer) =>
    way.startsWith('reload') ? (renderer === 'answering') === (way === 'reload') : true,
  );
  return fitting.flatMap((renderer) =>
    Object.keys(attendances).flatMap((attendance) =>
      Object.keys(platforms).map((platform) => {
        const isLongAway = platform === 'away for 2:00' || platform === 'away for a day';
        const column = attendance === 'none' ? 0 : isLongAway ? 2 : 1;
        return { way, system, attendance, renderer, platform, expected: outcomes[column] ?? 'missing in the table' };
      }),
    ),
  );
});

const factsOf = ({ attendance, renderer, platform }: Row): LeaveFacts => ({
  holding: attendances[attendance] ?? [],
  renderer,
  withoutPlatformFor: platforms[platform] ?? null,
  mayLeaveAnyway: true,
  isCritical: false,
});

const ask = (reason: LeaveReason, facts: LeaveFacts): string => {
  const decision = decideLeave(reason, facts);
  if (decision.kind === 'allow') return 'leaves';
  return decision.canLeaveAnyway ? 'may' : 'stays';
};

const outcomeOf = (way: ExitEvent | LeaveReason, facts: LeaveFacts, hidesToTray: boolean): string => {
  if (typeof way === 'string') return ask(way, facts);
  const plan = planExit(way, { isGone: false, facts, hidesToTray });
  switch (plan.kind) {
    case 'pass':
      return 'passes unasked';
    case 'request':
      return ask(plan.reason, facts);
    case 'hide':
      return 'hides';
    case 'hold':
      return plan.holding === facts.holding ? 'waits' : 'waits for others';
    case 'flush':
      return 'saves';
  }
};

const wayOf = (name: string): ExitEvent | LeaveReason => {
  const way = ways[name];
  if (way === undefined) throw new Error(`No way out is called "${name}"`);
  return way;
};

describe('leaving', () => {
  it.each(rows)(
    '$system, $way, attendances: $attendance, renderer $renderer, platform $platform → $expected',
    (row) => {
      const hidesToTray = row.way === 'close to the tray';
      expect(outcomeOf(wayOf(row.way), factsOf(row), hidesToTray)).toBe(row.expected);
    },
  );

  it('has a row for everything that a system announces, and for nothing else', () => {
    for (const system of systems) {
      const inTable = cells
        .filter((cell) => cell.system === system && cell.outcomes[0] !== '–')
        .flatMap(({ way }) => {
          const found = wayOf(way);
          return typeof found === 'string' ? [] : [found.kind];
        });
      expect([...new Set(inTable)].sort()).toEqual([...exitEvents[system]].sort());
    }
  });

  it('says two minutes where the table does', () => {
    expect(leaveAnywayAfter).toBe(120_000);
  });

  it('lets what the decided exit itself brings about pass, and still saves where the system will not wait', () => {
    const facts = { holding: [maria], renderer: 'answering', withoutPlatformFor: null } as const;
    const gone = { isGone: true, facts: { ...facts, mayLeaveAnyway: true, isCritical: false }, hidesToTray: true };
    expect(planExit({ kind: 'close' }, gone)).toEqual({ kind: 'pass' });
    expect(planExit({ kind: 'before-quit' }, gone)).toEqual({ kind: 'pass' });
    expect(planExit({ kind: 'signal' }, gone)).toEqual({ kind: 'pass' });
    expect(planExit({ kind: 'query-session-end', isCritical: false }, gone)).toEqual({ kind: 'flush' });
  });

  it.each([
    ['windows', [], false],
    ['windows', [maria], false],
    ['macos', [], false],
    ['macos', [maria], false],
    ['linux', [], false],
    ['linux', [maria], true],
    ['linux', [maria, joao], true],
  ] as const)('on %s with %j in progress, a lock is needed beforehand: %s', (system, holding, isNeeded) => {
    expect(needsShutdownLock(system, { holding })).toBe(isNeeded);
  });
});
