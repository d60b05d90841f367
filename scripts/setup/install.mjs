import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { whileLocked } from './lock.mjs';
import { inRoot } from './root.mjs';
import { hasStamp, installStamp } from './stamps.mjs';
import { runProgram, say, withProgress } from './steps.mjs';

const stampFile = inRoot('node_modules/.installed');

/** Settings of the npm that called us which would make `npm ci` install something else, somewhere else. */
const FOREIGN_SETTING =
  /^npm_(lifecycle|package|command|config_(global|location|prefix|local_prefix|workspaces?|include_workspace_root|omit|include|only|production|dev|optional|dry_run|package_lock|package_lock_only|install_strategy|install_links|bin_links|engine_strict))/i;

/** Installs the dependencies when the lock or Node changed since the last time. */
export async function install() {
  if (hasStamp(stampFile, installStamp())) return 0;
  return await whileLocked(async () => {
    const stamp = installStamp();
    if (hasStamp(stampFile, stamp)) return 0;
    const code = await withProgress('installing dependencies (once)', runNpmCi);
    if (code === 0) fs.writeFileSync(stampFile, stamp);
    else say('npm ci failed; its own words are above.');
    return code;
  });
}

async function runNpmCi() {
  const env = cleanEnvironment(process.env);
  const borrowedCache = hasWritableCache(env)
    ? undefined
    : fs.mkdtempSync(path.join(os.tmpdir(), 'qafila-npm-'));
  if (borrowedCache) env.npm_config_cache = borrowedCache;
  const [command, first] = npmCommand();
  const options = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  try {
    return await runProgram(command, [...first, ...options, '--logs-max=0'], { env });
  } finally {
    if (borrowedCache) fs.rmSync(borrowedCache, { recursive: true, force: true });
  }
}

export function cleanEnvironment(environment) {
  const kept = Object.entries(environment).filter(
    ([name]) => name !== 'NODE_ENV' && !FOREIGN_SETTING.test(name.replaceAll('-', '_')),
  );
  return Object.fromEntries(kept);
}

/** The npm that called us, else the one beside this Node, else the one on the path. */
function npmCommand() {
  const beside = path.join(path.dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  const besideOnWindows = path.join(path.dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js');
  const caller = process.env.npm_execpath;
  const candidates = [caller?.endsWith('npm-cli.js') ? caller : undefined, beside, besideOnWindows];
  const script = candidates.find((candidate) => candidate && fs.existsSync(candidate));
  return script ? [process.execPath, [script]] : ['npm', []];
}

/** A home folder may be read-only; npm then needs a cache elsewhere. */
function hasWritableCache(env) {
  let dir = path.resolve(env.npm_config_cache ?? path.join(os.homedir(), '.npm'));
  while (!fs.existsSync(dir) && path.dirname(dir) !== dir) dir = path.dirname(dir);
  try {
    fs.accessSync(dir, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
