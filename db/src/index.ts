export { type Db, inTransaction, openDatabase } from './database.ts';
export { migrate, pendingMigrations } from './migrate.ts';
