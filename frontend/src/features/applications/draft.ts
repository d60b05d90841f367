import { type ApplicationValues, NO_APPLICATION } from './values.ts';

const STORED = 'qafila.application-draft';

/** What was typed here before and not sent yet. */
export function readDraft(): ApplicationValues {
  try {
    const typed = JSON.parse(localStorage.getItem(STORED) ?? '{}') as Partial<ApplicationValues>;
    return { ...NO_APPLICATION, ...typed };
  } catch {
    return NO_APPLICATION;
  }
}

/** Where the browser keeps nothing, the form works all the same. */
export function keepDraft(values: ApplicationValues): void {
  try {
    localStorage.setItem(STORED, JSON.stringify(values));
  } catch {
    // A full or closed store loses nothing that is on the screen.
  }
}

export function dropDraft(): void {
  localStorage.removeItem(STORED);
}
