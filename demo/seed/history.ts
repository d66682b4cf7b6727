import type { Message, PastAttendance } from '../../shared/platform/attendances';
import type { Customers } from '../attendances/customers';
import { day, hour, minute, second, toInstant } from '../base/instants';
import { createRandom } from '../base/random';
import type { QueueDefinition } from '../queues/queueCatalogue';
import { agentSeeds } from './agents';
import { conversationScripts, type ConversationScript } from './conversations';
import { queueSeeds } from './queues';

interface PastConversation {
  readonly attendance: PastAttendance;
  readonly messages: readonly Message[];
}

type Line = Pick<Message, 'direction' | 'authorName' | 'text'>;

const mostAttendances = 6;
const [firstAgent = 'Ana Souza', ...otherAgents] = agentSeeds
  .filter(({ permissions, omnichannel }) => omnichannel.enabled && permissions.includes('attendance'))
  .map(({ name }) => name);

const linesOf = (script: ConversationScript, customerName: string, agentName: string): readonly Line[] => {
  const system = (text: string): Line => ({ direction: 'system', authorName: 'Smartspace', text });
  return [
    { direction: 'from-customer', authorName: customerName, text: script.opening },
    system(`${agentName} iniciou o atendimento.`),
    ...script.turns.flatMap(({ agent, customer }): Line[] => [
      { direction: 'from-agent', authorName: agentName, text: agent },
      { direction: 'from-customer', authorName: customerName, text: customer },
    ]),
    system(`${agentName} finalizou o atendimento.`),
  ];
};

/** What happened before the platform was set up: made when it is asked for, always the same for the same seed. */
export class History {
  /** @param today midnight of the day the platform started, in milliseconds: the past is dated from it */
  constructor(
    private readonly seed: number,
    private readonly today: number,
    private readonly customers: Customers,
  ) {}

  /** Newest first. */
  pastAttendances(customerId: string): readonly PastAttendance[] {
    return this.conversationsOf(customerId).map(({ attendance }) => attendance);
  }

  /** Null where there is no such past attendance. */
  messagesOf(attendanceId: string): readonly Message[] | null {
    const customerId = /^past-(.+)-\d+$/.exec(attendanceId)?.[1];
    if (customerId === undefined || !this.customers.all().some(({ id }) => id === customerId)) return null;
    const found = this.conversationsOf(customerId).find(({ attendance }) => attendance.id === attendanceId);
    return found?.messages ?? null;
  }

  private conversationsOf(customerId: string): readonly PastConversation[] {
    const random = createRandom(this.seed, `history of ${customerId}`);
    const { name } = this.customers.get(customerId);
    const count = random.integer(0, mostAttendances);
    let startedAt = this.today - random.integer(1, 20) * day + 9 * hour;
    return Array.from({ length: count }, (_, index): PastConversation => {
      const queue = queueSeeds[random.integer(0, queueSeeds.length - 1)] ?? this.anyQueue();
      const disposition = queue.dispositions[random.integer(0, queue.dispositions.length - 1)];
      const agentName = random.pick([firstAgent, ...otherAgents]);
      const id = `past-${customerId}-${String(count - index)}`;
      let at = startedAt + random.integer(0, 8 * 60) * minute;
      const begin = at;
      const lines = linesOf(random.pick(conversationScripts[queue.channel]), name, agentName);
      const messages = lines.map((line, position): Message => {
        if (position > 0) at += random.integer(8, 140) * second;
        return {
          ...line,
          id: `${id}-${String(position + 1)}`,
          attendanceId: id,
          sequence: position + 1,
          at: toInstant(at),
          clientMessageId: null,
          delivery: line.direction === 'from-agent' ? 'read' : 'sent',
        };
      });
      startedAt -= random.integer(3, 60) * day;
      return {
        attendance: {
          id,
          protocol: `${toInstant(begin).slice(0, 10).replaceAll('-', '')}${String(random.integer(100_000, 999_999))}`,
          channel: queue.channel,
          queueName: queue.name,
          agentName,
          startedAt: toInstant(begin),
          finishedAt: toInstant(at),
          dispositionName: disposition?.name ?? '',
        },
        messages,
      };
    });
  }

  private anyQueue(): QueueDefinition {
    const [queue] = queueSeeds;
    if (!queue) throw new Error('The tenant has no queues');
    return queue;
  }
}
