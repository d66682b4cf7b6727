import type { Customer } from '../../shared/platform/attendances';
import type { Channel } from '../../shared/platform/primitives';
import { notFound } from '../http/problemError';

/** A customer as the platform knows them, with every way to reach them. */
export interface CustomerRecord {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

/** The customers of the contact centre. */
export class Customers {
  private readonly records: ReadonlyMap<string, CustomerRecord>;

  constructor(records: readonly CustomerRecord[]) {
    this.records = new Map(records.map((record) => [record.id, record]));
  }

  all(): readonly CustomerRecord[] {
    return [...this.records.values()];
  }

  /** Throws `not-found`. */
  get(id: string): CustomerRecord {
    const record = this.records.get(id);
    if (!record) throw notFound();
    return record;
  }

  /** The customer as an agent sees them on a channel. Throws `not-found`. */
  view(id: string, channel: Channel): Customer {
    const { name, phone, email } = this.get(id);
    const contact: Readonly<Record<Channel, string>> = { whatsapp: phone, voice: phone, email, webchat: name };
    return { id, name, contact: contact[channel] };
  }
}
