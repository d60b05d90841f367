import type { DirectoryEntry, listDirectory as listEndpoint } from '@qafila/contract';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { type Page, pageOf } from './associations.service.ts';
import { selectDirectory } from './directory.repository.ts';

export async function listDirectory(
  { db }: Pick<Context, 'db'>,
  { cursor, ...asked }: z.output<typeof listEndpoint.query>,
): Promise<Page<DirectoryEntry>> {
  const page = await pageOf(db, { ...asked, statuses: ['declared'] }, cursor, (more) =>
    selectDirectory(db, more),
  );
  return { ...page, items: page.items.map(({ id: _id, ...entry }) => entry) };
}
