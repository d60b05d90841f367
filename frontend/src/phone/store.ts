export type Entry<Value> = { readonly key: number; readonly value: Value };
type Named = Readonly<Record<string, unknown>>;

/** What must outlive the page: queues, oldest first, and a few named values. */
export type Store<Queued extends Named> = {
  readonly add: <Name extends keyof Queued>(queue: Name, value: Queued[Name]) => Promise<number>;
  readonly oldest: <Name extends keyof Queued>(queue: Name, limit: number) => Promise<Entry<Queued[Name]>[]>;
  readonly oldestKeys: (queue: keyof Queued, limit: number) => Promise<number[]>;
  readonly newest: <Name extends keyof Queued>(queue: Name) => Promise<Queued[Name] | undefined>;
  readonly drop: (queue: keyof Queued, keys: readonly number[]) => Promise<void>;
  readonly count: (queue: keyof Queued) => Promise<number>;
  readonly clear: (queue: keyof Queued) => Promise<void>;
  readonly read: <Value>(name: string) => Promise<Value | undefined>;
  readonly write: (name: string, value: unknown) => Promise<void>;
};

const VALUES = 'values';

/** In the phone's database; in memory where the browser has none to give, as in a private window. */
export async function openStore<Queued extends Named>(
  database: string,
  queues: readonly (keyof Queued & string)[],
): Promise<Store<Queued>> {
  try {
    return databaseStore(await openDatabase(database, queues));
  } catch {
    return memoryStore();
  }
}

function openDatabase(database: string, queues: readonly string[]): Promise<IDBDatabase> {
  const opening = indexedDB.open(database, 1);
  opening.onupgradeneeded = () => {
    for (const queue of queues) opening.result.createObjectStore(queue, { autoIncrement: true });
    opening.result.createObjectStore(VALUES);
  };
  return answerOf(opening);
}

function databaseStore<Queued extends Named>(db: IDBDatabase): Store<Queued> {
  const reading = (name: keyof Queued) => db.transaction(String(name), 'readonly').objectStore(String(name));
  /** Resolves when it is on the disk, not before. */
  const writing = async <Value>(
    name: keyof Queued,
    work: (store: IDBObjectStore) => IDBRequest<Value> | undefined,
  ) => {
    const transaction = db.transaction(String(name), 'readwrite', { durability: 'strict' });
    const request = work(transaction.objectStore(String(name)));
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
    newest: async (queue) => (await answerOf(reading(queue).openCursor(null, 'prev')))?.value,
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

export function memoryStore<Queued extends Named>(): Store<Queued> {
  const queues = new Map<keyof Queued, Map<number, unknown>>();
  const values = new Map<string, unknown>();
  let lastKey = 0;
  const queueOf = (name: keyof Queued): Map<number, unknown> => {
    const queue = queues.get(name) ?? new Map<number, unknown>();
    queues.set(name, queue);
    return queue;
  };
  return {
    add: async (queue, value) => {
      lastKey += 1;
      queueOf(queue).set(lastKey, value);
      return lastKey;
    },
    oldest: async <Name extends keyof Queued>(queue: Name, limit: number) =>
      [...queueOf(queue)].slice(0, limit).map(([key, value]) => ({ key, value: value as Queued[Name] })),
    oldestKeys: async (queue, limit) => [...queueOf(queue).keys()].slice(0, limit),
    newest: async <Name extends keyof Queued>(queue: Name) =>
      [...queueOf(queue).values()].at(-1) as Queued[Name] | undefined,
    drop: async (queue, keys) => {
      for (const key of keys) queueOf(queue).delete(key);
    },
    count: async (queue) => queueOf(queue).size,
    clear: async (queue) => queueOf(queue).clear(),
    read: async <Value>(name: string) => values.get(name) as Value | undefined,
    write: async (name, value) => {
      values.set(name, value);
    },
  };
}
