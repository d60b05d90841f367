import type { DriverFix, DriverReport } from '@qafila/contract';
import * as phone from '../phone/store.ts';

/** A report waits until then, so that a slip of the finger can be taken back. */
export type HeldReport = { readonly report: DriverReport; readonly heldUntilMs: number };
type Queued = { readonly fixes: DriverFix; readonly reports: HeldReport };
export type Entry<Name extends keyof Queued> = phone.Entry<Queued[Name]>;
export type Store = phone.Store<Queued>;

export const openStore = (): Promise<Store> => phone.openStore<Queued>('qafila-driver', ['fixes', 'reports']);
export const memoryStore = (): Store => phone.memoryStore<Queued>();
