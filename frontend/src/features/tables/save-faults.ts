import { addressOf } from '../../shared/api/index.ts';
import { usePreferences } from '../../shared/i18n/index.ts';
import type { TableOf } from './table-of.ts';

/** Saves the rows of a file that cannot be taken, each with what is wrong. */
export async function saveFaults({ faults }: TableOf, file: File): Promise<void> {
  const { language } = usePreferences.getState();
  const format = file.name.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv';
  const response = await fetch(addressOf(faults, { query: { format, language } }), {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: file,
  });
  if (!response.ok) return;
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = `${file.name.replace(/\.[^.]*$/, '')}-faults.${format}`;
  link.click();
  URL.revokeObjectURL(url);
}
