import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';
import { stopWithParent } from './parent.mjs';
import { inRoot } from './root.mjs';
import { say } from './steps.mjs';

const COMMANDS = {
  install: () => 0,
  build: async () => (await import('./build.mjs')).build(),
  start: (args) => runBuilt('backend/dist/main.js', args),
  dev: async () => (await import('./dev.mjs')).dev(),
  check: async () => ((await (await import('./checks.mjs')).runChecks()).failed === 0 ? 0 : 1),
  test: async (args) => (await import('./tests.mjs')).test(args),
  simulate: (args) => runBuilt('scripts/dist/simulate.js', args),
  doctor: (args) => runBuilt('scripts/dist/doctor.js', args),
  bench: (args) => runBuilt('scripts/dist/bench.js', args),
};

/** Does one command and resolves to the exit code, once the dependencies are there. */
export async function run(name, args) {
  const command = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name] : undefined;
  if (!command) {
    say(`unknown command ${name ?? ''}; there are: ${Object.keys(COMMANDS).join(', ')}`);
    return 2;
  }
  stopWithParent();
  const code = await install();
  if (code === 0) return await command(args);
  if (name === 'test') process.stdout.write('0 passed, 1 failed\n');
  return code;
}

/** Runs a built program in this very process, so that signals and its exit code are its own. */
async function runBuilt(file, args) {
  const { build } = await import('./build.mjs');
  const code = await build();
  if (code !== 0) return code;
  const program = inRoot(file);
  if (!fs.existsSync(program)) {
    say(`${file} does not exist.`);
    return 1;
  }
  process.env.NODE_ENV ??= 'production';
  process.argv = [process.execPath, program, ...args];
  await import(pathToFileURL(program).href);
  return process.exitCode;
}
