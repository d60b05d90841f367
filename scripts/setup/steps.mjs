import { spawn } from 'node:child_process';
import { inRoot, root } from './root.mjs';

const HEARTBEAT_MS = 5000;

/** Tells a person what goes on: standard error, so that output stays clean for programs. */
export function say(message) {
  process.stderr.write(`[qafila] ${message}\n`);
}

/** Runs a program with its output on standard error and resolves to its exit code. */
export function runProgram(command, args, { cwd = root, env = process.env, stdio = ['ignore', 2, 2] } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio });
    const passOn = (signal) => {
      child.kill(signal);
      child.once('exit', () => process.exit(1));
    };
    const end = (code) => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn);
      resolve(code);
    };
    process.on('SIGINT', passOn).on('SIGTERM', passOn);
    child.once('error', (error) => {
      say(`${command}: ${error.message}`);
      end(1);
    });
    child.once('exit', (code) => end(code ?? 1));
  });
}

/** Runs a tool that npm installed, by the JavaScript file behind its name: no shell, on any platform. */
export function runTool(file, args, options) {
  return runProgram(process.execPath, [inRoot('node_modules', file), ...args], options);
}

/** Runs a long step; says that it goes on while it does, and how long it took. */
export async function withProgress(title, work) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  say(`${title} …`);
  const heartbeat = setInterval(() => say(`${title} … ${seconds()} s`), HEARTBEAT_MS);
  try {
    const code = await work();
    say(code === 0 ? `${title}: done in ${seconds()} s` : `${title}: failed after ${seconds()} s`);
    return code;
  } finally {
    clearInterval(heartbeat);
  }
}
