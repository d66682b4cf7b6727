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
  passSignalsOn(() => void finish(interrupted));
  try {
    await finish((await work(process.argv.slice(2))) ?? 0);
  } catch (error) {
    // A run that was asked to stop has nothing to explain.
    if (endSignal()) return finish(interrupted);
    say(error instanceof Explained ? error.message : String(error instanceof Error ? error.stack : error));
    await finish(1);
  }
}

/** What shells report for a run that was interrupted. */
const interrupted = 130;

/** @type {Promise<never> | undefined} */
let finishing;

/**
 * @param {number} code
 * @returns {Promise<never>}
 */
function finish(code) {
  finishing ??= (async () => {
    for (const undo of endings.reverse()) {
      try {
        await undo();
      } catch (error) {
        say(String(error));
      }
    }
    await endAll();
    process.exit(code);
  })();
  return finishing;
}
