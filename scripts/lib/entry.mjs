import { endAll, endSignal, passSignalsOn } from './processes.mjs';
import { Explained, say } from './say.mjs';

/** What to undo when the run ends, the newest first. @type {(() => unknown)[]} */
const endings = [];

/**
 * Remembers something to undo at the end of the run, however it ends.
 *
 * @param {() => unknown} undo
 */
export function atEnd(undo) {
  endings.push(undo);
}

/**
 * The frame of every entry script: does the work, ends all it started, and leaves with its exit code.
 *
 * @param {(parameters: string[]) => Promise<number | void>} work
 */
export async function entry(work) {
  passSignalsOn();
  let code = 1;
  try {
    code = (await work(process.argv.slice(2))) ?? 0;
  } catch (error) {
    // A run that was asked to stop has nothing to explain.
    if (!endSignal()) say(error instanceof Explained ? error.message : String(error instanceof Error ? error.stack : error));
  }
  for (const undo of endings.reverse()) {
    try {
      await undo();
    } catch (error) {
      say(String(error));
    }
  }
  await endAll();
  const signal = endSignal();
  process.exit(signal && code === 0 ? 0 : signal ? 130 : code);
}
