import fs from 'node:fs';
import { whileLocked } from './lock.mjs';
import { inRoot } from './root.mjs';
import { hasStamp, sourceStamp } from './stamps.mjs';
import { runTool, withProgress } from './steps.mjs';

const stampFile = inRoot('node_modules/.built');
const OUTPUTS = [
  'backend/dist/main.js',
  'frontend/dist/index.html',
  'frontend/dist/driver.html',
  'frontend/dist/field.html',
];
/** The application's pages, and beside them those for phones. */
const PAGES = ['vite.config.ts', 'vite.phone.config.ts'];

export const typecheck = () => runTool('typescript/bin/tsc', ['-b']);

/** Builds server and pages when a source changed since the last time. */
export async function build() {
  if (isBuilt()) return 0;
  return await whileLocked(async () => {
    if (isBuilt()) return 0;
    const stamp = sourceStamp();
    const code =
      (await withProgress('building the server', typecheck)) ||
      (await withProgress('building the pages', buildPages));
    if (code === 0) fs.writeFileSync(stampFile, stamp);
    return code;
  });
}

async function buildPages() {
  const settings = { cwd: inRoot('frontend'), env: { ...process.env, NODE_ENV: 'production' } };
  for (const config of PAGES) {
    const code = await runTool(
      'vite/bin/vite.js',
      ['build', '--logLevel', 'warn', '--config', config],
      settings,
    );
    if (code !== 0) return code;
  }
  return 0;
}

function isBuilt() {
  return OUTPUTS.every((file) => fs.existsSync(inRoot(file))) && hasStamp(stampFile, sourceStamp());
}
