import * as contract from '@qafila/contract';
import { APPLICATION_KEY_HEADER, addDocument, applicationKey, type Endpoint } from '@qafila/contract';
import type { z } from 'zod';
import type { Answer, Asked, Client } from '../../testing/client.ts';
import type { TestServer } from '../../testing/server.ts';

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

const OFFICES = ['chair', 'deputy', 'secretary', 'treasurer', 'member'] as const;

/** An application that lacks nothing but its documents. */
export const particulars = (changes: Record<string, unknown> = {}) => ({
  kind: 'association',
  nameAr: 'جمعية مدّ الكرم',
  nameEn: 'Madd al-Karam Association',
  governorateCode: 'SY01',
  address: 'المزة، شارع الجلاء',
  seat: { lat: 33.505, lng: 36.25 },
  purpose: 'إغاثة الأسر المتضررة',
  sectors: ['relief', 'families'],
  governorateCodes: ['SY01', 'SY03'],
  aid: [{ kind: 'in_kind', cadence: 'emergency' }],
  board: OFFICES.map((position, index) => ({
    name: `مؤسس ${index + 1}`,
    position,
    startsOn: '2026-01-01',
    endsOn: '2099-12-31',
  })),
  contactName: 'سلمى قطيش',
  contactPhone: '011 612 3456',
  contactEmail: 'salma@example.org',
  ...changes,
});

export type Applicant = {
  associationId: string;
  reference: string;
  secret: string;
  call: <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    it: Endpoint<P, Q, B, R>,
    asked?: Asked<z.input<P>, z.input<Q>>,
  ) => Promise<Answer<z.output<R>>>;
  raw: (path: string) => Promise<Response>;
};

let addresses = 0;
/** Each from an address of its own, where the server trusts one proxy: nobody is held up by another test. */
export const elsewhere = () => ({
  'X-Forwarded-For': `10.2.${Math.floor(++addresses / 250)}.${addresses % 250}`,
});

export async function apply(server: TestServer, changes: Record<string, unknown> = {}): Promise<Applicant> {
  const { body } = await server
    .visitor()
    .call(contract.makeApplication, { body: particulars(changes), headers: elsewhere() });
  const { reference, associationId } = body.application;
  const key = { [APPLICATION_KEY_HEADER]: applicationKey(reference, body.secret) };
  return {
    associationId,
    reference,
    secret: body.secret,
    call: (it, asked = {}) =>
      server.visitor().call(it, { ...asked, headers: { ...key, ...elsewhere(), ...asked.headers } }),
    raw: (path) => server.visitor().raw(path, { headers: key }),
  };
}

const DUE = ['statutes', 'founding_minutes', 'premises'] as const;

export async function addDueDocuments(applicant: Applicant): Promise<void> {
  for (const kind of DUE) {
    await applicant.call(contract.addApplicationDocument, { query: { name: kind, kind }, body: PDF });
  }
}

/** Complete and handed in. */
export async function submitted(
  server: TestServer,
  changes: Record<string, unknown> = {},
): Promise<Applicant> {
  const applicant = await apply(server, changes);
  await addDueDocuments(applicant);
  await applicant.call(contract.submitOwnApplication);
  return applicant;
}

export async function decisionPaper(official: Client, associationId: string): Promise<string> {
  const { body } = await official.call(addDocument, {
    params: { associationId },
    query: { name: 'قرار', purpose: 'decision' },
    body: PDF,
  });
  return body.id;
}

export const move = (client: Client, associationId: string, body: object) =>
  client.call(contract.moveAssociation, { params: { associationId }, body });
