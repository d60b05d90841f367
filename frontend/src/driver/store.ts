import type { DriverFix, DriverReport } from '@qafila/contract';

/** A report waits until then, so that a slip of the finger can be taken back. */
export type HeldReport = { readonly report: DriverReport; readonly heldUntilMs: number };
type Queued = { readonly fixes: DriverFix; readonly reports: HeldReport };
export type Queue = keyof Queued;
export type Entry<Name extends Queue> = { readonly key: number; readonly value: Queued[Name] };

/** What must outlive the page: two queues, oldest first, and a few named values. */
export type Store = {
  readonly add: <Name extends Queue>(queue: Name, value: Queued[Name]) => Promise<number>;
  readonly oldest: <Name extends Queue>(queue: Name, limit: number) => Promise<Entry<Name>[]>;
  readonly oldestKeys: (queue: Queue, limit: number) => Promise<number[]>;
  readonly drop: (queue: Queue, keys: readonly number[]) => Promise<void>;
  readonly count: (queue: Queue) => Promise<number>;
  readonly clear: (queue: Queue) => Promise<void>;
  readonly read: <Value>(name: string) => Promise<Value | undefined>;
  readonly write: (name: string, value: unknown) => Promise<void>;
};

const DATABASE = 'qafila-driver';
const VALUES = 'values';

/** In the phone's database; in memory where the browser has none to give, as in a private window. */
export async function openStore(): Promise<Store> {
  try {
    return databaseStore(await openDatabase());
  } catch {
    return memoryStore();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => {
    const queues: Queue[] = ['fixes', 'reports'];
    for (const queue of queues) opening.result.createObjectStore(queue, { autoIncrement: true });
    opening.result.createObjectStore(VALUES);
  };
  return answerOf(opening);
}

function databaseStore(db: IDBDatabase): Store {
  const reading = (name: string) => db.transaction(name, 'readonly').objectStore(name);
  /** Resolves when it is on the disk, not before. */
  const writing = async <Value>(
    name: string,
    work: (store: IDBObjectStore) => IDBRequest<Value> | undefined,
  ) => {
    const transaction = db.transaction(name, 'readwrite', { durability: 'strict' });
    const request = work(transaction.objectStore(name));
    await endOf(transaction);
    return request?.result as Value;
  };
  return {
    add: async (queue, value) => Number(await writing(queue, (store) => store.add(value))),
    oldest: async (queue, limit) => {
      const store = reading(queue);
      const [keys, values] = await Promise.all([
        answerOf(store.getAllKeys(null, limit)),
        answerOf(store.getAll(null, limit)),
      ]);
      return keys.map((key, index) => ({ key: Number(key), value: values[index] }));
    },
    oldestKeys: async (queue, limit) => (await answerOf(reading(queue).getAllKeys(null, limit))).map(Number),
    drop: async (queue, keys) => {
      await writing(queue, (store) => {
        for (const key of keys) store.delete(key);
        return undefined;
      });
    },
    count: (queue) => answerOf(reading(queue).count()),
    clear: async (queue) => writing(queue, (store) => store.clear()),
    read: (name) => answerOf(reading(VALUES).get(name)),
    write: async (name, value) => {
      await writing(VALUES, (store) => store.put(value, name));
    },
  };
}

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function endOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}

export function memoryStore(): Store {
  const queues = { fixes: new Map<number, DriverFix>(), reports: new Map<number, HeldReport>() };
  const values = new Map<string, unknown>();
  let lastKey = 0;
  return {
    add: async (queue, value) => {
      lastKey += 1;
      (queues[queue] as Map<number, typeof value>).set(lastKey, value);
      return lastKey;
    },
    oldest: async <Name extends Queue>(queue: Name, limit: number) =>
      [...(queues[queue] as Map<number, Queued[Name]>)]
        .slice(0, limit)
        .map(([key, value]) => ({ key, value })),
    oldestKeys: async (queue, limit) => [...queues[queue].keys()].slice(0, limit),
    drop: async (queue, keys) => {
      for (const key of keys) queues[queue].delete(key);
    },
    count: async (queue) => queues[queue].size,
    clear: async (queue) => queues[queue].clear(),
    read: async <Value>(name: string) => values.get(name) as Value | undefined,
    write: async (name, value) => {
      values.set(name, value);
    },
  };
}
