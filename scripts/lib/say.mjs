/**
 * A failure the person at the terminal can act on: shown as its message alone, without a stack.
 */
export class Explained extends Error {}

/**
 * Progress goes to stderr, so that stdout stays free for what a script was asked to print.
 *
 * @param {string} message
 */
export function say(message) {
  process.stderr.write(`${message}\n`);
}
