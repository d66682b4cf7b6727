import { expect } from 'playwright/test';
import type { RunningApp } from './app';
import type { Control, PlatformAttendance } from './control';
import { acceptOffer, inProgressList, logIn, logInToQueues } from './screens';
import type { PasswordAgent } from './test';

/** An attendance in progress. */
export interface Serving {
  readonly attendanceId: string;
  readonly customerName: string;
  /** The line that the alert has for it. */
  readonly line: string;
}

const channelNames = { whatsapp: 'WhatsApp', webchat: 'Chat do site', email: 'E-mail', voice: 'Voz' } as const;

const time = new Intl.DateTimeFormat('pt-BR', { hour: '2-digit', minute: '2-digit' });

const describe = ({ id, customerName, channel, startedAt }: PlatformAttendance): Serving => ({
  attendanceId: id,
  customerName,
  line: `${customerName} · ${channelNames[channel]} · desde ${time.format(new Date(startedAt ?? ''))}`,
});

/** A customer arrives in a queue that the agent is logged in to, and the agent accepts. */
export const serveCustomer = async (
  { page }: RunningApp,
  control: Control,
  queueId: string,
  customerId: string,
): Promise<Serving> => {
  const attendanceId = await control.arrive(queueId, customerId);
  await acceptOffer(page);
  // The text box may have been there before, for another attendance.
  await expect.poll(async () => (await control.attendance(attendanceId)).state).toBe('in-progress');
  const serving = describe(await control.attendance(attendanceId));
  await expect(inProgressList(page).getByText(serving.customerName)).toBeVisible();
  await expect(page.getByRole('heading', { name: serving.customerName })).toBeVisible();
  return serving;
};

/** Logs in, to the platform and to a queue, and accepts the first customer who comes. */
export const startServing = async (app: RunningApp, control: Control, agent: PasswordAgent): Promise<Serving> => {
  await logIn(app.page, agent);
  await logInToQueues(app.page, ['Suporte WhatsApp']);
  return serveCustomer(app, control, 'queue-support-whatsapp', 'customer-001');
};
