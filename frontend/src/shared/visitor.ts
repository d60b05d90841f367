/** Who makes field visits on this device; the phone's page opens on this even without a network. */
export type Visitor = { readonly id: string; readonly name: string };

const KEY = 'qafila.visitor';

export function recallVisitor(): Visitor | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as Visitor | null;
  } catch {
    return null;
  }
}

export function rememberVisitor({ id, name }: Visitor): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ id, name }));
  } catch {
    // Storage is switched off: the page opens with a network only.
  }
}

/** Whoever signed out, or was followed by another, is not shown without a network any more. */
export function forgetVisitor(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was remembered.
  }
}
