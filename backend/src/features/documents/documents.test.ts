import * as contract from '@qafila/contract';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { createWorld, type World } from '../../testing/world.ts';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

let server: TestServer;
let world: World;
let official: Client;
let mine: string;
let member: Client;
let stranger: Client;
beforeAll(async () => {
  server = await startTestServer();
  world = await createWorld(server.db);
  official = await server.as('official');
  mine = await world.association();
  member = await server.as('association', { associationId: mine });
  stranger = await server.as('association');
});
afterAll(() => server.close());

const add = (client: Client, file: Buffer, name = 'محضر الاجتماع', associationId = mine) =>
  client.call(contract.addDocument, {
    params: { associationId },
    query: { name, purpose: 'obligation' },
    body: file,
  });

describe('what is taken', () => {
  test('a PDF is kept to the byte and given back only to be saved', async () => {
    const { status, body } = await add(member, PDF);
    expect([status, body.mediaType, body.byteLength]).toEqual([201, 'application/pdf', PDF.length]);
    const answer = await member.raw(`/api/v1/documents/${body.id}`);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PDF);
    expect(answer.headers.get('content-disposition')).toContain('attachment; filename="obligation-');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('a picture loses where and with what it was taken', async () => {
    const withPlace = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } })
      .withExif({ IFD3: { GPSLatitude: '33/1 30/1 0/1' } })
      .jpeg()
      .toBuffer();
    expect((await sharp(withPlace).metadata()).exif).toBeDefined();
    const { body } = await add(member, withPlace, 'picture');
    const answer = await member.raw(`/api/v1/documents/${body.id}`);
    const kept = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect([kept.format, kept.width, kept.exif]).toEqual(['jpeg', 30, undefined]);
  });

  test.each([
    ['an SVG with script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a zip that calls itself a PDF', Buffer.from('PK\u0003\u0004%PDF-1.4 %%EOF')],
    ['a PDF that breaks off', Buffer.from('%PDF-1.4\n1 0 obj')],
    ['nothing', Buffer.from('\n')],
  ])('%s is refused, and nothing of it is kept', async (_what, file) => {
    const before = (await member.call(contract.listDocuments, { params: { associationId: mine } })).body
      .length;
    const { status, problem } = await add(member, file);
    expect([status, problem.code]).toEqual([422, 'document_unreadable']);
    const after = await member.call(contract.listDocuments, { params: { associationId: mine } });
    expect(after.body).toHaveLength(before);
  });

  test('a name cannot leave its place in a header', async () => {
    const { body } = await add(member, PDF, '../../x"; filename=y.html');
    const answer = await member.raw(`/api/v1/documents/${body.id}`);
    const header = answer.headers.get('content-disposition') ?? '';
    expect(header.match(/filename\*?=/g)).toHaveLength(2);
    expect(header).not.toContain('../');
    expect(header.match(/"/g)).toHaveLength(2);
  });

  test('more than ten megabytes are refused', async () => {
    const { status, problem } = await add(member, Buffer.alloc(contract.LIMITS.documentBytes + 1, 'a'));
    expect([status, problem.code]).toEqual([413, 'body_too_large']);
  });
});

describe('who sees it', () => {
  test('officials and the association do; for others neither file nor association is there', async () => {
    const { body } = await add(official, PDF, 'from an official');
    expect((await official.raw(`/api/v1/documents/${body.id}`)).status).toBe(200);
    expect((await member.raw(`/api/v1/documents/${body.id}`)).status).toBe(200);
    expect((await stranger.raw(`/api/v1/documents/${body.id}`)).status).toBe(404);
    expect((await add(stranger, PDF)).status).toBe(404);
    const list = await stranger.call(contract.listDocuments, { params: { associationId: mine } });
    expect(list.status).toBe(404);
    const coordinator = await server.as('coordinator');
    expect((await coordinator.raw(`/api/v1/documents/${body.id}`)).status).toBe(403);
    expect((await server.visitor().raw(`/api/v1/documents/${body.id}`)).status).toBe(401);
  });
});
