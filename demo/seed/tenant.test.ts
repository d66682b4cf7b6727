import { describe, expect, it } from 'vitest';
import { agentSchema } from '../../shared/platform/agent';
import { messageSchema, pastAttendanceSchema } from '../../shared/platform/attendances';
import { channelSchema } from '../../shared/platform/primitives';
import { unmetPasswordRules } from '../../shared/rules/passwordPolicy';
import { Customers } from '../attendances/customers';
import { agentSeeds } from './agents';
import { createCustomers } from './customers';
import { History } from './history';
import { queueSeeds } from './queues';

const today = Date.parse('2026-11-22T00:00:00.000Z');

const createHistory = (seed: number) => {
  const customers = new Customers(createCustomers(seed));
  return { customers, history: new History(seed, today, customers) };
};

describe('the tenant', () => {
  it('has agents that fit the contract, with passwords that meet the policy', () => {
    for (const { password, login, queueIds, ...agent } of agentSeeds) {
      expect(agentSchema.parse(agent)).toEqual(agent);
      expect(password === null ? login : unmetPasswordRules(password)).toEqual(password === null ? 'microsoft' : []);
      for (const queueId of queueIds) expect(queueSeeds.some(({ id }) => id === queueId)).toBe(true);
    }
  });

  it('has queues of every channel, some with pause reasons, some without, all with dispositions', () => {
    for (const channel of channelSchema.options) {
      expect(queueSeeds.some((queue) => queue.channel === channel)).toBe(true);
    }
    expect(new Set(queueSeeds.map(({ pauseReasons }) => pauseReasons.length > 0))).toEqual(new Set([true, false]));
    expect(queueSeeds.every(({ dispositions }) => dispositions.length > 0)).toBe(true);
  });

  it('has two hundred customers, the same for the same seed', () => {
    expect(createCustomers(1)).toHaveLength(200);
    expect(createCustomers(1)).toEqual(createCustomers(1));
    expect(createCustomers(1)).not.toEqual(createCustomers(2));
    expect(new Set(createCustomers(1).map(({ id }) => id)).size).toBe(200);
  });
});

describe('history', () => {
  it('is the same for the same seed, newest first, and fits the contract', () => {
    const { customers, history } = createHistory(1);
    const again = createHistory(1).history;
    for (const { id } of customers.all()) {
      const past = history.pastAttendances(id);
      expect(past).toEqual(again.pastAttendances(id));
      const starts = past.map(({ startedAt }) => startedAt);
      expect(starts).toEqual([...starts].sort().reverse());
      for (const attendance of past) {
        expect(pastAttendanceSchema.parse(attendance)).toEqual(attendance);
        expect(Date.parse(attendance.finishedAt)).toBeLessThan(today);
        expect(Date.parse(attendance.startedAt)).toBeLessThan(Date.parse(attendance.finishedAt));
      }
    }
  });

  it('has the messages of each attendance in order, without gaps', () => {
    const { customers, history } = createHistory(1);
    const past = customers.all().flatMap(({ id }) => history.pastAttendances(id));
    expect(past.length).toBeGreaterThan(200);
    for (const { id } of past) {
      const messages = history.messagesOf(id) ?? [];
      expect(messages.length).toBeGreaterThan(2);
      expect(messages.map(({ sequence }) => sequence)).toEqual(messages.map((_, index) => index + 1));
      for (const message of messages) expect(messageSchema.parse(message)).toEqual(message);
    }
  });

  it.each(['past-customer-001-99', 'past-customer-999-1', 'attendance-1'])('knows no attendance %s', (id) => {
    expect(createHistory(1).history.messagesOf(id)).toBeNull();
  });
});
