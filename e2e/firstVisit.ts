import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'playwright/test';
import { z } from 'zod';
import { closeWindow, launchApp } from './support/app';
import type { RunningApp } from './support/app';
import { Control } from './support/control';
import {
  acceptOffer,
  block,
  blockText,
  expectLoginScreen,
  finish,
  inProgressList,
  logIn,
  logInToQueues,
  logOut,
  send,
  waitingList,
} from './support/screens';
import type { PasswordAgent } from './support/test';

const agentSchema = z.object({ email: z.string(), password: z.string(), name: z.string() });

/** What `npm start` says of the embedded platform and of where to put things. */
const environmentSchema = z.object({
  SMARTSPACE_URL: z.url(),
  SMARTSPACE_CONTROL_URL: z.url(),
  /** The platform's description of itself, in JSON. */
  SMARTSPACE_DEMO: z.string().transform((text): unknown => JSON.parse(text)),
  SMARTSPACE_SCREENSHOTS: z.string().min(1),
  SMARTSPACE_PROFILE_DIR: z.string().min(1),
});

const { SMARTSPACE_DEMO, ...environment } = environmentSchema.parse(process.env);
const agent = z.object({ agents: z.tuple([agentSchema], z.unknown()) }).parse(SMARTSPACE_DEMO).agents[0];
const control = new Control(environment.SMARTSPACE_CONTROL_URL);
const supportQueue = 'queue-support-whatsapp';

interface Step {
  readonly name: string;
  readonly description: string;
  readonly take: (app: RunningApp) => Promise<unknown>;
}

const steps = ({ email, password, name }: PasswordAgent): readonly Step[] => [
  {
    name: 'login-screen',
    description: 'The app has started',
    take: ({ page }) => page.getByRole('button', { name: 'Entrar' }).waitFor(),
  },
  {
    name: 'logged-in',
    description: `${name} has logged in`,
    take: async ({ page }) => {
      await logIn(page, { email, password, name });
      await expect(waitingList(page).getByText('Você não está em nenhuma fila.')).toBeVisible();
    },
  },
  {
    name: 'in-two-queues',
    description: 'She is logged in to two queues, and her time counts',
    take: async ({ page }) => {
      await logInToQueues(page, ['Vendas WhatsApp', 'Suporte WhatsApp']);
      await expect(page.getByRole('timer', { name: 'Tempo on-line' })).toBeVisible();
    },
  },
  {
    name: 'offer',
    description: 'A customer arrives, and rings',
    take: async ({ page }) => {
      await control.arrive(supportQueue, 'customer-001', 'Bom dia! Minha internet caiu.');
      await expect(waitingList(page).getByRole('button', { name: 'Atender' })).toBeVisible();
    },
  },
  {
    name: 'accepted',
    description: 'She takes the offer',
    take: async ({ page }) => {
      await acceptOffer(page);
      await expect(page.getByText('Bom dia! Minha internet caiu.').last()).toBeVisible();
    },
  },
  {
    name: 'answered',
    description: 'She answers',
    take: async ({ page }) => {
      await send(page, 'Bom dia! Já vou verificar o sinal da sua conexão.');
      await expect(page.getByRole('textbox', { name: 'Mensagem' })).toHaveValue('');
      await expect(page.getByRole('img', { name: /^(Enviada|Entregue|Lida)$/ })).toBeVisible();
    },
  },
  {
    name: 'held',
    description: 'She tries to log out, and is told what holds her',
    take: async ({ page }) => {
      await logOut(page);
      await expect(block(page)).toContainText(blockText);
    },
  },
  {
    name: 'finished',
    description: 'She finishes the attendance',
    take: async ({ page }) => {
      await block(page).getByRole('button', { name: 'Ir para o atendimento' }).click();
      await finish(page, 'Resolvido no atendimento');
      await expect(page.getByText('Nenhum atendimento aberto')).toBeVisible();
      await expect(inProgressList(page).getByRole('listitem')).toHaveCount(0);
    },
  },
  {
    name: 'logged-out',
    description: 'She logs out, and leaves nothing behind on the platform',
    take: async ({ page }) => {
      await logOut(page);
      await expectLoginScreen(page);
      const { sessions, queueLogins } = await control.state();
      expect({ sessions, queueLogins }).toEqual({ sessions: [], queueLogins: [] });
    },
  },
];

const visit = async (app: RunningApp): Promise<void> => {
  for (const [index, { name, description, take }] of steps(agent).entries()) {
    const number = String(index + 1).padStart(2, '0');
    await take(app).catch((cause: unknown) => {
      throw new Error(`This step failed: ${description}`, { cause });
    });
    const picture = path.join(environment.SMARTSPACE_SCREENSHOTS, `${number}-${name}.png`);
    await app.page.screenshot({ path: picture });
    process.stdout.write(`${number} ${description}: ${picture}\n`);
  }
  await closeWindow(app);
  expect(await app.exited).toBe(0);
};

await mkdir(environment.SMARTSPACE_SCREENSHOTS, { recursive: true });
const app = await launchApp({
  platformUrl: environment.SMARTSPACE_URL,
  profile: environment.SMARTSPACE_PROFILE_DIR,
});
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => void app.kill().finally(() => process.exit(code)));
}
try {
  await visit(app);
} finally {
  await app.kill();
}
