import type { Message } from '../../shared/platform/attendances';
import { isOpen } from '../attendances/attendanceRecord';
import { second } from '../base/instants';
import { createRandom, type Random } from '../base/random';
import { conversationScripts, type ConversationScript } from '../seed/conversations';
import type { World } from '../world';

/** Nobody arrives while so many wait already. */
const mostWaiting = 3;

/** Customers who arrive now and then where an agent is logged in, and who answer. For demonstrations. */
export class SimulatedCustomers {
  private readonly random: Random;
  private readonly scripts = new Map<string, ConversationScript>();

  constructor(
    private readonly world: World,
    seed: number,
  ) {
    this.random = createRandom(seed, 'simulated customers');
  }

  start(): void {
    this.world.conversations.agentWrote.listen((message) => {
      this.answer(message);
    });
    this.expectNext(4, 8);
  }

  private expectNext(least: number, most: number): void {
    this.after(least, most, () => {
      this.arrive();
      this.expectNext(25, 60);
    });
  }

  private arrive(): void {
    const { attendances, conversations, customers, queues } = this.world;
    const waiting = attendances
      .all()
      .filter(({ progress }) => progress.kind === 'waiting' || progress.kind === 'offered');
    const [queue, ...others] = queues.all().filter(({ id }) => this.isStaffed(id));
    const busy = new Set(
      attendances
        .all()
        .filter(isOpen)
        .map(({ customerId }) => customerId),
    );
    const [customer, ...otherCustomers] = customers.all().filter(({ id }) => !busy.has(id));
    if (!queue || !customer || waiting.length >= mostWaiting) return;
    const chosen = this.random.pick([queue, ...others]);
    const script = this.random.pick(conversationScripts[chosen.channel]);
    const { id } = conversations.arrive(chosen.id, this.random.pick([customer, ...otherCustomers]).id, script.opening);
    this.scripts.set(id, script);
  }

  /** Whether an agent could be offered something from the queue. */
  private isStaffed(queueId: string): boolean {
    const { agents, events, presence } = this.world;
    return agents
      .all()
      .some(({ id }) => presence.of(id).logins[queueId]?.kind === 'logged-in' && events.isConnected(id));
  }

  private answer({ attendanceId, sequence }: Message): void {
    const script = this.scripts.get(attendanceId);
    this.after(4, 9, () => {
      const { attendances, conversations } = this.world;
      const messages = attendances.messagesOf(attendanceId);
      // Several messages in a row get one answer, after the last of them.
      const isLatest = messages.every((message) => message.direction !== 'from-agent' || message.sequence <= sequence);
      const answered = messages.filter(({ direction }) => direction === 'from-customer').length - 1;
      const text = script?.turns[answered]?.customer;
      if (isLatest && text !== undefined && isOpen(attendances.get(attendanceId))) {
        conversations.customerWrites(attendanceId, text);
      }
    });
  }

  private after(least: number, most: number, callback: () => void): void {
    this.world.clock.at(this.world.clock.now() + this.random.integer(least, most) * second, callback);
  }
}
