export { examine, type Fault } from './doctor.ts';
export { tracksBetween, type VehicleSpan } from './features/positions/index.ts';
export { type Config, ConfigError, readConfig } from './platform/config.ts';
export { createLogger } from './platform/logging.ts';
export { createServer, type QafilaServer } from './server.ts';
export { type Simulation, startSimulation } from './simulation/index.ts';
