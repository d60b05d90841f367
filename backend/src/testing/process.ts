import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The built server, as a process of its own. */
export async function startProcess(
  databaseUrl: string,
  dataDir: string,
  more: Record<string, string>,
  /** Hears of the process at once, to end it with the test. */
  onSpawn: (child: ChildProcess) => void,
): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [path.join(ROOT, 'backend/dist/main.js')], {
    cwd: dataDir,
    env: {
      PATH: process.env['PATH'] ?? '',
      DATABASE_URL: databaseUrl,
      QAFILA_DATA_DIR: dataDir,
      QAFILA_DEMO: 'no',
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      QAFILA_TRACKER_RATE: '1000000',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onSpawn(child);
  return await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += String(chunk);

      const url = /runs at (http:\S+)/.exec(said)?.[1];
      if (url) resolve({ child, url });
    });
    child.once('exit', () => reject(new Error(`The server did not start: ${said}`)));
  });
}

export function buildServer(): void {
  const compiler = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  const built = spawnSync(process.execPath, [compiler, '-b', 'backend'], { cwd: ROOT, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stdout);
}
