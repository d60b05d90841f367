import { applicationKey } from '@qafila/contract';

/** What opens an application, on paper: its reference, and the secret that was shown once. */
export type Key = { readonly reference: string; readonly secret: string };

/** As long as the window is open: a shared computer keeps nothing. */
const STORED = 'qafila.application';

/** `/apply/status#<reference>.<secret>`: the secret is in the fragment, which browsers send to nobody. */
export function addressOfKey({ reference, secret }: Key): string {
  return `${window.location.origin}/apply/status#${reference}.${secret}`;
}

/** The key from the address, which then no longer shows it, or from earlier in this window. */
export function findKey(): Key | undefined {
  const [reference, secret] = window.location.hash.slice(1).split('.');
  if (!reference || !secret) return storedKey();
  const { pathname, search } = window.location;
  window.history.replaceState(window.history.state, '', pathname + search);
  keepKey({ reference, secret });
  return { reference, secret };
}

function storedKey(): Key | undefined {
  const [reference, secret] = (sessionStorage.getItem(STORED) ?? '').split('.');
  return reference && secret ? { reference, secret } : undefined;
}

export function keepKey({ reference, secret }: Key): void {
  sessionStorage.setItem(STORED, applicationKey(reference, secret));
}

export function forgetKey(): void {
  sessionStorage.removeItem(STORED);
}

/** For the `applicant` of a call. */
export function headerOf({ reference, secret }: Key): string {
  return applicationKey(reference, secret);
}
