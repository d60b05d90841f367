import fs from 'node:fs';
import path from 'node:path';

/** Systems that keep servers apart leave these out of an ordinary user's PATH. */
const SERVER_DIRS = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/sbin'];

/** The MQTT broker that tests start: `MOSQUITTO_PATH`, or the first one installed; undefined when there is none. */
export function findMosquitto(environment = process.env) {
  if (environment.MOSQUITTO_PATH) return environment.MOSQUITTO_PATH;
  const dirs = (environment.PATH ?? '').split(path.delimiter).filter((dir) => dir !== '');
  return [...dirs, ...SERVER_DIRS]
    .map((dir) => path.join(dir, 'mosquitto'))
    .find((file) => fs.existsSync(file));
}
