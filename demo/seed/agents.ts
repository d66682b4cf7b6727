import type { Agent } from '../../shared/platform/agent';
import { queueSeeds } from './queues';

/** An agent of the tenant. `password` is null where somebody else's identity provider keeps it. */
export interface AgentSeed extends Agent {
  readonly login: 'password' | 'microsoft';
  readonly password: string | null;
  readonly queueIds: readonly string[];
}

/** The domain whose accounts the customer's own identity provider manages. */
export const selfManagedDomain = 'boreal.example';

const everyQueue = queueSeeds.map(({ id }) => id);

/** Six agents, each in a state of their own. The first can do everything. */
export const agentSeeds: readonly AgentSeed[] = [
  {
    id: 'agent-1',
    name: 'Ana Souza',
    email: 'ana.souza@aurora.example',
    extension: '2001',
    photo: null,
    permissions: ['attendance', 'monitoring', 'configuration', 'frequent-questions'],
    maximumAttendances: 5,
    omnichannel: { enabled: true },
    login: 'password',
    password: 'Girassol@2026',
    queueIds: everyQueue,
  },
  {
    id: 'agent-2',
    name: 'Diego Martins',
    email: 'diego.martins@aurora.example',
    extension: '2002',
    photo: null,
    permissions: ['attendance', 'frequent-questions'],
    maximumAttendances: 1,
    omnichannel: { enabled: true },
    login: 'password',
    password: 'Jacaranda@2026',
    queueIds: everyQueue.slice(0, 4),
  },
  {
    id: 'agent-3',
    name: 'Elisa Ferreira',
    email: 'elisa.ferreira@aurora.example',
    extension: null,
    photo: null,
    permissions: ['attendance', 'frequent-questions'],
    maximumAttendances: 3,
    omnichannel: { enabled: true },
    login: 'password',
    password: 'Hortensia@2026',
    queueIds: ['queue-support-whatsapp'],
  },
  {
    id: 'agent-4',
    name: 'Bruno Carvalho',
    email: 'bruno.carvalho@aurora.example',
    extension: '2004',
    photo: null,
    permissions: ['attendance', 'frequent-questions'],
    maximumAttendances: 3,
    omnichannel: { enabled: false, missing: ['omnichannel-profile', 'queues'] },
    login: 'password',
    password: 'Samambaia@2026',
    queueIds: [],
  },
  {
    id: 'agent-5',
    name: 'Carla Nogueira',
    email: 'carla.nogueira@aurora.example',
    extension: '2005',
    photo: null,
    permissions: ['monitoring', 'configuration', 'frequent-questions'],
    maximumAttendances: 1,
    omnichannel: { enabled: true },
    login: 'password',
    password: 'Bromelia@2026',
    queueIds: [],
  },
  {
    id: 'agent-6',
    name: 'Fernanda Lima',
    email: `fernanda.lima@${selfManagedDomain}`,
    extension: '2006',
    photo: null,
    permissions: ['attendance', 'frequent-questions'],
    maximumAttendances: 3,
    omnichannel: { enabled: true },
    login: 'microsoft',
    password: null,
    queueIds: everyQueue.slice(2, 6),
  },
];
