import type { Attendance } from '../../shared/platform/attendances';
import { useShellStore } from '../desktop/shellStore';
import type { BuiltModule } from './modules';

/** The modules with something new: an offer that rings, or a customer's message that has not been read. */
export const modulesWithNews = (
  attendances: readonly Pick<Attendance, 'state' | 'unread'>[],
): ReadonlySet<BuiltModule> => {
  const hasNews = attendances.some(
    ({ state, unread }) => state === 'offered' || (state === 'in-progress' && unread > 0),
  );
  return new Set<BuiltModule>(hasNews ? ['attendance'] : []);
};

/** Which modules the side menu marks. */
export const useModuleMarks = (): ReadonlySet<BuiltModule> =>
  modulesWithNews(useShellStore((state) => state.attendances));
