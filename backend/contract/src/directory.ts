import { z } from 'zod';
import { Association, RegistryFilters } from './associations.ts';
import { endpoint } from './endpoint.ts';

/** What everybody may know of a declared association: no person, no address. */
export const DirectoryEntry = Association.pick({
  kind: true,
  nameAr: true,
  nameEn: true,
  governorateCode: true,
  governorateCodes: true,
  sectors: true,
}).extend({
  declarationNumber: z.int(),
  declaredOn: z.string(),
  /** Empty unless the association made it public. */
  officePhone: z.string(),
});
export type DirectoryEntry = z.infer<typeof DirectoryEntry>;

export const listDirectory = endpoint({
  method: 'get',
  path: '/api/v1/directory',
  summary: 'Public directory of declared associations and foundations, by name',
  access: 'public',
  query: RegistryFilters,
  response: z.strictObject({
    items: z.array(DirectoryEntry),
    nextCursor: z.string().nullable(),
    /** On all pages together. */
    total: z.int(),
  }),
});
