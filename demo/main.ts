import { parseArguments, parseEnvironment } from './arguments';
import { startDemo } from './startDemo';

/** Runs the embedded platform until it is told to stop. */
const run = async (): Promise<void> => {
  const demo = await startDemo({ ...parseArguments(process.argv.slice(2)), ...parseEnvironment(process.env) });
  const { url, controlUrl, mail, microsoft, agents } = demo;
  // The first line is for whoever started it; see the README beside this file.
  const told = { url, controlUrl, mail, microsoft: { authority: microsoft.authority }, agents };
  process.stdout.write(`${JSON.stringify(told)}\n`);
  const end = () => {
    void demo.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  // A parent that asks for it takes this process with it, however the parent ends.
  if (process.env['SMARTSPACE_DEMO_PARENT'] !== undefined) process.stdin.once('end', end).resume();
};

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The embedded platform did not start'}\n`);
  process.exit(1);
});
