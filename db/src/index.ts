export { type Db, inTransaction, openDatabase } from './database.ts';
export { migrate, pendingMigrations, unmigrate } from './migrate.ts';
