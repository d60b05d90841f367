import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { inRoot, root } from './root.mjs';

/** The server on its port, restarted when a source changes, and the pages by Vite with hot reloading. */
export async function dev() {
  const code = await build();
  if (code !== 0) return code;
  const node = (args, cwd = root) =>
    spawn(process.execPath, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  const children = [
    node([inRoot('node_modules/typescript/bin/tsc'), '-b', '--watch', '--preserveWatchOutput']),
    node(['--watch', inRoot('backend/dist/main.js')]),
    node([inRoot('node_modules/vite/bin/vite.js')], inRoot('frontend')),
  ];
  const stop = () => {
    for (const child of children) child.kill('SIGTERM');
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const ended = children.map((child) => new Promise((resolve) => child.once('exit', resolve)));
  await Promise.race(ended);
  stop();
  await Promise.all(ended);
  return 0;
}
