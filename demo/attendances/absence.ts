import type { Clock } from '../base/clock';
import { minute } from '../base/instants';
import { Timers } from '../base/timers';
import { connectionGrace, type EventHub } from '../events/eventHub';
import type { PresenceService } from '../queues/presenceService';
import type { AttendanceBook } from './attendanceBook';
import type { Distributor } from './distributor';

/** After this long without the agent, and with nothing in progress, the platform logs them out of their queues. */
export const absenceLimit = 5 * minute;
/** How often an absent agent with attendances in progress is looked at again. */
const lookAgainAfter = minute;

/** Notices that an agent has gone without saying so. */
export class Absence {
  private readonly timers: Timers;

  constructor(
    private readonly book: AttendanceBook,
    private readonly distributor: Distributor,
    private readonly presence: PresenceService,
    private readonly events: EventHub,
    private readonly clock: Clock,
  ) {
    this.timers = new Timers(clock);
  }

  /** Starts counting, unless the agent is there. */
  watch(agentId: string): void {
    if (this.events.hasStream(agentId)) return;
    this.timers.set(`gone ${agentId}`, this.clock.now() + connectionGrace, () => {
      this.distributor.takeBack(agentId);
    });
    this.timers.set(`absent ${agentId}`, this.clock.now() + absenceLimit, () => {
      this.end(agentId);
    });
  }

  forget(agentId: string): void {
    this.timers.clear(`gone ${agentId}`);
    this.timers.clear(`absent ${agentId}`);
  }

  private end(agentId: string): void {
    const isHeld = this.book
      .all()
      .some(({ progress }) => progress.kind === 'in-progress' && progress.agentId === agentId);
    if (!isHeld) {
      this.presence.logOutOfAll(agentId);
      return;
    }
    this.timers.set(`absent ${agentId}`, this.clock.now() + lookAgainAfter, () => {
      this.end(agentId);
    });
  }
}
