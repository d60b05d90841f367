export { type LockHolder, nameOf, tryLock } from './lock.ts';
export { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from './server.ts';
