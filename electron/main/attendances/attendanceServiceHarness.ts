import type { Attendance, Message } from '../../../shared/platform/attendances';
import { succeed } from '../../../shared/state/problem';
import { FakeClock } from '../base/fakeClock';
import { AttendanceService } from './attendanceService';
import { FakePlatform, FakeRealtime, silentLogger } from './fakePlatform';

type Handlers = ConstructorParameters<typeof FakePlatform>[0];

/** For tests: the service on a platform with one agent's attendances and their messages, which the test may change. */
export const createHarness = (handlers: Handlers = {}) => {
  const world = { attendances: [] as Attendance[], messages: [] as Message[] };
  const platform = new FakePlatform({
    readAttendances: () =>
      succeed({ attendances: [...world.attendances], serverTime: new Date(clock.now()).toISOString() }),
    readMessages: ({ parameters, query }) => {
      const before = Number(query?.['before'] ?? Number.POSITIVE_INFINITY);
      const limit = Number(query?.['limit'] ?? 50);
      const older = world.messages.filter(
        ({ attendanceId, sequence }) => attendanceId === parameters?.['attendanceId'] && sequence < before,
      );
      return succeed({ messages: older.slice(-limit), hasOlder: older.length > limit });
    },
    ...handlers,
  });
  const realtime = new FakeRealtime();
  const clock = new FakeClock();
  let commands = 0;
  const service = new AttendanceService({
    platform,
    realtime,
    logger: silentLogger,
    clock,
    createCommandId: () => `command-${String((commands += 1))}`,
  });
  const stop = service.start();
  const listed = () => service.list.value.attendances.map(({ id, state }) => `${id} ${state}`);
  const shown = () => service.conversation.value?.messages.map(({ sequence }) => sequence);
  return { world, platform, realtime, clock, service, stop, listed, shown };
};
