import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { DemoOptions } from './startDemo';

const portSchema = z.coerce.number().int().min(0).max(65_535);
const secondsSchema = z.coerce.number().int().positive().max(86_400);

const argumentsSchema = z.object({
  port: portSchema.default(0),
  'control-port': portSchema.default(0),
  seed: z.coerce.number().int().default(1),
  data: z.string().min(1).optional(),
  'access-token-seconds': secondsSchema.optional(),
  'offer-seconds': secondsSchema.optional(),
  simulate: z.boolean().default(false),
});

/** What the command line asks for. Throws, naming the argument, where it can't be understood. */
export const parseArguments = (args: readonly string[]): DemoOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      'control-port': { type: 'string' },
      seed: { type: 'string' },
      data: { type: 'string' },
      'access-token-seconds': { type: 'string' },
      'offer-seconds': { type: 'string' },
      simulate: { type: 'boolean' },
    },
  });
  const parsed = argumentsSchema.safeParse(values);
  if (!parsed.success) throw new Error(`--${String(parsed.error.issues[0]?.path[0])} is not understood`);
  const { port, seed, data, simulate, ...others } = parsed.data;
  return {
    port,
    controlPort: others['control-port'],
    seed,
    simulatesCustomers: simulate,
    ...(data === undefined ? {} : { dataFolder: data }),
    ...(others['access-token-seconds'] === undefined ? {} : { accessTokenSeconds: others['access-token-seconds'] }),
    ...(others['offer-seconds'] === undefined ? {} : { offerSeconds: others['offer-seconds'] }),
  };
};

const environmentSchema = z.object({
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMTP_FROM: z.email().optional(),
  PUBLIC_URL: z.url({ protocol: /^https$/ }).optional(),
});

/** What environment variables ask for. Throws, naming the variable and not its value, which may hold a password. */
export const parseEnvironment = (
  env: NodeJS.ProcessEnv,
): Pick<DemoOptions, 'smtpUrl' | 'emailSender' | 'publicUrl'> => {
  const parsed = environmentSchema.safeParse(env);
  if (!parsed.success) throw new Error(`${String(parsed.error.issues[0]?.path[0])} is not understood`);
  const { SMTP_URL: smtpUrl, SMTP_FROM: emailSender, PUBLIC_URL: publicUrl } = parsed.data;
  return {
    ...(smtpUrl === undefined ? {} : { smtpUrl }),
    ...(emailSender === undefined ? {} : { emailSender }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
  };
};
