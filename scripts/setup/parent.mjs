import fs from 'node:fs';

const EVERY_MS = 250;

/**
 * npm runs a script in a shell and passes a signal to the shell alone, which dies and leaves its child; an npm that is
 * killed leaves both. So when npm or its shell is gone, this process is asked to stop too.
 */
export function stopWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const ancestors = ancestry();
  const watch = setInterval(() => {
    if (ancestry() === ancestors) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, EVERY_MS);
  watch.unref();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => onAsked(signal, watch));
}

/** A process that is stopping already is not asked again: to ask twice means at once. */
function onAsked(signal, watch) {
  clearInterval(watch);
  const isNobodyElseListening = process.listenerCount(signal) === 1;
  if (isNobodyElseListening) process.exit(1);
}

/** The process that started this one and, where that is only npm's shell, the one that started it. */
function ancestry() {
  const parent = process.ppid;
  try {
    const command = fs.readFileSync(`/proc/${parent}/cmdline`, 'utf8');
    if (!command.includes('\0-c\0')) return String(parent);
    const stat = fs.readFileSync(`/proc/${parent}/stat`, 'utf8');
    return `${parent} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`;
  } catch {
    return String(parent);
  }
}
