import * as contract from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { createWorld } from '../../testing/world.ts';
import { forgetDrafts } from './drafts.service.ts';
import { addDueDocuments, apply, elsewhere, move, PDF, particulars, submitted } from './testing.ts';

let server: TestServer;
let official: Client;
beforeAll(async () => {
  server = await startTestServer({ trustProxy: 1 });
  await createWorld(server.db);
  official = await server.as('official');
});
afterAll(() => server.close());

/** Lists that are sets come back in the order of their words. */
const stored = () => ({ ...particulars(), sectors: ['families', 'relief'] });

const withKey = (key: string) =>
  server.visitor().call(contract.readOwnApplication, {
    headers: { [contract.APPLICATION_KEY_HEADER]: key, ...elsewhere() },
  });

describe('the key of an application', () => {
  test('is reference and secret, without any account, however they are typed', async () => {
    const applicant = await apply(server);
    expect(applicant.reference).toMatch(/^AP-\d{4}-\d{4}$/);
    expect(applicant.secret).toMatch(/^[\dA-Z]{4}(-[\dA-Z]{4}){4}$/);
    const typed = contract.applicationKey(
      ` ${applicant.reference.toLowerCase()}`,
      applicant.secret.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l'),
    );
    const { status, body } = await withKey(typed);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...stored(),
      stage: 'draft',
      status: 'applied',
      steps: [],
      version: 1,
    });
  });

  test('is known to the database by its hash alone', async () => {
    const { associationId, secret } = await apply(server);
    const row = await server.db('applications').where({ association_id: associationId }).first();
    expect(row.secret_hash).toHaveLength(32);
    const audited = await server.db('audit_log').where({ subject_id: associationId });
    for (const text of [JSON.stringify(row), JSON.stringify(audited)]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(secret.replaceAll('-', ''));
    }
  });

  test.each([
    ['an unknown reference', (it: { secret: string }) => contract.applicationKey('AP-2020-9999', it.secret)],
    ['a wrong secret', (it: { reference: string }) => `${it.reference}.${'0'.repeat(20)}`],
    ['no secret', (it: { reference: string }) => it.reference],
    [
      'another’s reference',
      (it: { secret: string; other: string }) => contract.applicationKey(it.other, it.secret),
    ],
    ['a hundred dots', () => '.'.repeat(100)],
  ])('%s answers like any other that opens nothing', async (_what, keyOf) => {
    const { reference: other } = await apply(server);
    const applicant = await apply(server);
    const { status, problem } = await withKey(keyOf({ ...applicant, other }));
    const reference = await withKey('AP-1999-0001.nothing');
    expect(status).toBe(404);
    expect({ ...problem, instance: '' }).toEqual({ ...reference.problem, instance: '' });
    expect(problem.code).toBe('application_not_found');
  });

  test('is guessed at slowly, and who has it is not held up', async () => {
    const applicant = await apply(server);
    const from = { 'X-Forwarded-For': '198.51.100.30' };
    const statuses: number[] = [];
    for (let guess = 0; guess < 8; guess++) {
      const headers = { ...from, [contract.APPLICATION_KEY_HEADER]: `${applicant.reference}.WRONG${guess}` };
      statuses.push((await server.visitor().call(contract.readOwnApplication, { headers })).status);
    }
    expect(statuses.slice(0, 4)).toEqual([404, 404, 404, 404]);
    expect(statuses.at(-1)).toBe(429);
    expect((await applicant.call(contract.readOwnApplication, { headers: from })).status).toBe(200);
  });
});

describe('applying', () => {
  test('without end from one address is refused', async () => {
    const headers = { 'X-Forwarded-For': '198.51.100.31' };
    const statuses: number[] = [];
    for (let count = 0; count < 22; count++) {
      const body = particulars({ nameAr: `جمعية ${count}` });
      statuses.push((await server.visitor().call(contract.makeApplication, { body, headers })).status);
    }
    expect(statuses.filter((status) => status === 201)).toHaveLength(20);
    expect(statuses.slice(-2)).toEqual([429, 429]);
  });

  test.each([
    ['status', { status: 'declared' }, 'status', 'unknown_field'],
    ['id', { id: '00000000-0000-4000-8000-000000000000' }, 'id', 'unknown_field'],
    ['declaration number', { declarationNumber: 1 }, 'declarationNumber', 'unknown_field'],
    ['a hidden name', { nameAr: '\u200B\u200B' }, 'nameAr', 'invisible_text'],
    ['a name that turns the line', { nameAr: 'جمعية \u202Eabc' }, 'nameAr', 'forbidden_characters'],
    ['a very long name', { nameEn: 'x'.repeat(10_000) }, 'nameEn', 'too_long'],
    ['a place that is none', { seat: { lat: 90.0001, lng: 36 } }, 'seat.lat', 'too_big'],
    ['a sector twice', { sectors: ['relief', 'relief'] }, 'sectors', 'duplicate_lines'],
    ['an unknown governorate', { governorateCode: 'SY99' }, 'governorateCode', 'invalid_format'],
    ['an e-mail that is none', { contactEmail: 'salma' }, 'contactEmail', 'invalid_format'],
  ])('with %s is refused by the name of the field', async (_what, changes, path, code) => {
    const { status, problem } = await server
      .visitor()
      .call(contract.makeApplication, { body: particulars(changes), headers: elsewhere() });
    expect([status, problem.errors?.[0]?.path, problem.errors?.[0]?.code]).toEqual([400, path, code]);
  });
});

describe('a first board', () => {
  test.each([
    ['a term that ends before it begins', { endsOn: '2025-01-01' }, 'board.4.endsOn', 'end_before_start'],
    ['a second chair at the time', { position: 'chair' }, 'board.4.position', 'position_taken'],
    ['a Hijri year', { startsOn: '1442-01-01' }, 'board.4.startsOn', 'implausible_year'],
    ['30 February', { startsOn: '2026-02-30' }, 'board.4.startsOn', 'invalid_format'],
  ])('with %s is refused', async (_what, change, path, code) => {
    const { board } = particulars();
    const changed = board.map((term, index) => (index === 4 ? { ...term, ...change } : term));
    const { problem } = await server
      .visitor()
      .call(contract.makeApplication, { body: particulars({ board: changed }), headers: elsewhere() });
    expect(problem.errors?.map((it) => [it.path, it.code])).toContainEqual([path, code]);
  });
});

describe('completing an application', () => {
  test('text that looks like markup is kept as text', async () => {
    const nameAr = '<img src=x onerror=alert(1)>';
    const { call } = await apply(server, { nameAr });
    expect((await call(contract.readOwnApplication)).body.nameAr).toBe(nameAr);
  });

  test('particulars change by version, and what is missing shrinks', async () => {
    const bare = { address: '', seat: null, purpose: '', sectors: [], governorateCodes: [], board: [] };
    const { call } = await apply(server, bare);
    const before = await call(contract.readOwnApplication);
    expect(before.body.missing).toEqual(contract.MissingForReview.options);
    const body = particulars();
    const after = await call(contract.updateOwnApplication, { ifMatch: 1, body });
    expect(after.body).toMatchObject({ ...stored(), version: 2 });
    expect(after.body.missing).toEqual([
      'no_statutes_document',
      'no_founding_minutes_document',
      'no_premises_document',
    ]);
    const stale = await call(contract.updateOwnApplication, { ifMatch: 1, body });
    expect([stale.status, stale.problem.code]).toEqual([412, 'version_stale']);
  });

  test('documents are added, read again and taken out by their owner alone', async () => {
    const applicant = await apply(server);
    const query = { name: 'النظام الأساسي', kind: 'statutes' } as const;
    const added = await applicant.call(contract.addApplicationDocument, { query, body: PDF });
    expect(added.status).toBe(201);
    expect(added.body.documents).toMatchObject([{ ...query, mediaType: 'application/pdf' }]);
    const documentId = added.body.documents[0]?.id ?? '';
    const file = await applicant.raw(`/api/v1/application/documents/${documentId}`);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(PDF);
    expect(file.headers.get('content-disposition')).toContain('attachment');

    const stranger = await apply(server);
    const params = { documentId };
    expect((await stranger.raw(`/api/v1/application/documents/${documentId}`)).status).toBe(404);
    expect((await stranger.call(contract.removeApplicationDocument, { params })).status).toBe(404);
    const removed = await applicant.call(contract.removeApplicationDocument, { params });
    expect(removed.body.documents).toEqual([]);
    expect((await applicant.raw(`/api/v1/application/documents/${documentId}`)).status).toBe(404);
    expect(await server.db('documents').where({ id: documentId })).toEqual([]);
  });

  test('what is no document, or one too many, is refused', async () => {
    const applicant = await apply(server);
    const query = { name: 'صورة', kind: 'other' } as const;
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
    const unreadable = await applicant.call(contract.addApplicationDocument, { query, body: svg });
    expect([unreadable.status, unreadable.problem.code]).toEqual([422, 'document_unreadable']);
    const huge = Buffer.alloc(contract.LIMITS.documentBytes + 1, 'a');
    const tooLarge = await applicant.call(contract.addApplicationDocument, { query, body: huge });
    expect(tooLarge.status).toBe(413);
    for (let count = 0; count < contract.LIMITS.documentsPerApplication; count++) {
      await applicant.call(contract.addApplicationDocument, { query, body: PDF });
    }
    const oneMore = await applicant.call(contract.addApplicationDocument, { query, body: PDF });
    expect([oneMore.status, oneMore.problem.code]).toEqual([409, 'conflict']);
  });
});

describe('handing an application in', () => {
  test('it is handed in once complete, and shown to the officials from then on', async () => {
    const applicant = await apply(server);
    const early = await applicant.call(contract.submitOwnApplication);
    expect([early.status, early.problem.code]).toEqual([409, 'application_incomplete']);
    expect(early.problem.values?.['missing']).toContain('no_statutes_document');
    const listed = async () => {
      const { body } = await official.call(contract.listApplications, { query: { limit: 200 } });
      return body.items.find((it) => it.associationId === applicant.associationId)?.stage;
    };
    expect(await listed()).toBeUndefined();
    await addDueDocuments(applicant);
    const { body } = await applicant.call(contract.submitOwnApplication);
    expect(body).toMatchObject({
      stage: 'submitted',
      missing: [],
      steps: [{ command: 'submit', actorName: null }],
    });
    expect(await listed()).toBe('submitted');
    expect((await applicant.call(contract.submitOwnApplication)).problem.code).toBe('transition_not_allowed');
  });

  test('nothing changes once the review has begun, until it is returned with the reason', async () => {
    const applicant = await submitted(server);
    await move(official, applicant.associationId, { command: 'review' });
    const { version, documents } = (await applicant.call(contract.readOwnApplication)).body;
    const documentId = documents[0]?.id ?? '';
    const tries = () =>
      Promise.all([
        applicant.call(contract.updateOwnApplication, { ifMatch: version, body: particulars() }),
        applicant.call(contract.submitOwnApplication),
        applicant.call(contract.addApplicationDocument, { query: { name: 'x', kind: 'other' }, body: PDF }),
        applicant.call(contract.removeApplicationDocument, { params: { documentId } }),
      ]);
    for (const { problem } of await tries()) expect(problem.code).toBe('transition_not_allowed');

    const reason = 'عقد المقر غير موقّع';
    await move(official, applicant.associationId, { command: 'return', reason });
    const returned = await applicant.call(contract.readOwnApplication);
    expect(returned.body).toMatchObject({ stage: 'returned', submittedAt: null });
    expect(returned.body.steps[0]).toMatchObject({ command: 'return', reason, actorName: null });
    const changed = await applicant.call(contract.updateOwnApplication, {
      ifMatch: returned.body.version,
      body: particulars({ address: 'باب توما' }),
    });
    expect(changed.status).toBe(200);
    expect((await applicant.call(contract.submitOwnApplication)).body.stage).toBe('submitted');
  });
});

describe('what was never handed in', () => {
  test('is forgotten with its papers and people, and nothing else is', async () => {
    const draft = await apply(server);
    const query = { name: 'هويات المؤسسين', kind: 'founders' } as const;
    await draft.call(contract.addApplicationDocument, { query, body: PDF });
    const handedIn = await submitted(server);
    await forgetDrafts(server.db, new Date(Date.now() - 60_000));
    expect((await draft.call(contract.readOwnApplication)).status).toBe(200);
    await forgetDrafts(server.db, new Date(Date.now() + 60_000));
    expect((await draft.call(contract.readOwnApplication)).status).toBe(404);
    for (const table of ['documents', 'association_board', 'association_sectors', 'application_documents']) {
      expect(await server.db(table).where({ association_id: draft.associationId })).toEqual([]);
    }
    expect((await handedIn.call(contract.readOwnApplication)).body.stage).toBe('submitted');
  });
});

describe('who sees applications', () => {
  test('officials do, newest first and page by page', async () => {
    const stage = 'draft';
    for (let count = 0; count < 4; count++) await apply(server);
    const all = await official.call(contract.listApplications, { query: { stage, limit: 200 } });
    const first = await official.call(contract.listApplications, { query: { stage, limit: 2 } });
    const second = await official.call(contract.listApplications, {
      query: { stage, limit: 2, cursor: first.body.nextCursor ?? '' },
    });
    expect([...first.body.items, ...second.body.items]).toEqual(all.body.items.slice(0, 4));
    const times = all.body.items.map((it) => it.appliedAt);
    expect(times).toEqual(times.toSorted().toReversed());
    const bad = await official.call(contract.listApplications, { query: { cursor: "' OR 1" } });
    expect(bad.problem.errors).toMatchObject([{ path: 'cursor', code: 'invalid_format' }]);
  });

  test('officials read one whole; for coordinators and associations there is none', async () => {
    const { associationId, reference } = await submitted(server);
    const params = { associationId };
    const seen = await official.call(contract.readApplication, { params });
    expect(seen.body).toMatchObject({ reference, contactEmail: 'salma@example.org', stage: 'submitted' });
    for (const role of ['coordinator', 'association'] as const) {
      const client = await server.as(role);
      expect((await client.call(contract.readApplication, { params })).status).toBe(403);
      expect((await client.call(contract.listApplications)).status).toBe(403);
      expect((await client.call(contract.readAssociation, { params })).status).toBe(404);
      const { body } = await client.call(contract.listAssociations, { query: { limit: 200 } });
      expect(body.items.map((it) => it.id)).not.toContain(associationId);
    }
  });

  test('an association that was entered from paper has none', async () => {
    const { associationId } = await server.as('association');
    const { status } = await official.call(contract.readApplication, {
      params: { associationId: associationId ?? '' },
    });
    expect(status).toBe(404);
  });
});
