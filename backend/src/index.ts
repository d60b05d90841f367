export { type Config, readConfig } from './platform/config.ts';
export { createLogger } from './platform/logging.ts';
export { createServer, type QafilaServer } from './server.ts';
