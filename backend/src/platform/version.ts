import fs from 'node:fs';
import { z } from 'zod';

const PACKAGE_FILE = new URL('../../package.json', import.meta.url);

/** Of this software, as its package says. */
export const VERSION = z
  .object({ version: z.string() })
  .parse(JSON.parse(fs.readFileSync(PACKAGE_FILE, 'utf8'))).version;
