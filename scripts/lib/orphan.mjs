import { readFileSync } from 'node:fs';

const checkMilliseconds = 300;
const shells = new Set(['sh', 'dash', 'bash', 'ash', 'zsh']);

/**
 * Ends this run when the npm it was started by is gone. npm answers a SIGTERM by ending, and passes it on to the shell
 * between it and us, which doesn't pass it on; and a SIGKILL reaches neither. So we hear nothing: all there is to notice
 * is that those above us are gone.
 */
export function endWithNpm() {
  if (!process.env['npm_lifecycle_event']) return;
  const atStart = thoseAbove();
  const watch = setInterval(() => {
    if (thoseAbove() === atStart) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, checkMilliseconds);
  watch.unref();
}

/** Our parent and, where that is npm's shell, npm; further up nobody needs to stay for us to go on. */
function thoseAbove() {
  const parent = process.ppid;
  if (process.platform !== 'linux') return String(parent);
  try {
    // "pid (name) state parent …"; the name may hold anything, parentheses too.
    const status = readFileSync(`/proc/${parent}/stat`, 'utf8');
    const name = status.slice(status.indexOf('(') + 1, status.lastIndexOf(')'));
    const grandparent = status.slice(status.lastIndexOf(')') + 2).split(' ')[1];
    return shells.has(name) ? `${parent} ${grandparent}` : String(parent);
  } catch {
    return String(parent);
  }
}
