import fs from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** The browser that tests drive: `CHROMIUM_PATH`, or the first one installed; undefined when there is none. */
export function findChromium(environment = process.env) {
  if (environment.CHROMIUM_PATH) return environment.CHROMIUM_PATH;
  const dirs = (environment.PATH ?? '').split(path.delimiter).filter((dir) => dir !== '');
  const candidates = dirs.flatMap((dir) => NAMES.map((name) => path.join(dir, name)));
  return [...candidates, MAC_CHROME].find((file) => fs.existsSync(file));
}
