import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** The secret kept in `dataDir` under `name`, readable by its owner alone; made at the first call. */
export function readOrMakeSecret(dataDir: string, name: string): string {
  const file = path.join(dataDir, name);
  fs.mkdirSync(dataDir, { recursive: true });
  try {
    fs.writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const secret = fs.readFileSync(file, 'utf8').trim();
  if (secret.length < 32) throw new Error(`${file} does not hold a secret; remove it and a new one is made.`);
  return secret;
}

/** What citizens’ national ids are hashed with: as configured, else of this server alone. */
export function personKeyOf({
  personKey,
  dataDir,
}: {
  personKey: string | undefined;
  dataDir: string;
}): string {
  return personKey ?? readOrMakeSecret(dataDir, 'person-key');
}
