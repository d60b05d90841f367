import * as phone from '../phone/store.ts';
import type { Visitor } from '../shared/visitor.ts';
import type { Step } from './steps.ts';

type Queued = { readonly steps: Step };
export type Store = phone.Store<Queued>;

const PEOPLE_KEY = 'qafila.visitors';

/** A database for each visitor: nobody opens another's, and it waits there for whose it is. */
export async function openStore(visitor: Visitor): Promise<Store> {
  rememberPerson(visitor);
  return await phone.openStore<Queued>(`qafila-field-${visitor.id}`, ['steps']);
}
export const memoryStore = (): Store => phone.memoryStore<Queued>();

/** What waits on this phone, unsent, for people who are not signed in. */
export async function leftBehind(): Promise<{ name: string; count: number }[]> {
  const people = await Promise.all(
    recallPeople().map(async (person) => ({
      name: person.name,
      count: await (await openStore(person)).count('steps'),
    })),
  );
  return people.filter(({ count }) => count > 0);
}

function rememberPerson({ id, name }: Visitor): void {
  const others = recallPeople().filter((person) => person.id !== id);
  try {
    localStorage.setItem(PEOPLE_KEY, JSON.stringify([...others, { id, name }]));
  } catch {
    // Storage is switched off, and nothing is left behind either.
  }
}

function recallPeople(): Visitor[] {
  try {
    return JSON.parse(localStorage.getItem(PEOPLE_KEY) ?? '[]') as Visitor[];
  } catch {
    return [];
  }
}
