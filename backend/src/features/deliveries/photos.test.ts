import { randomUUID } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { addPhoto, LIMITS, readPhoto, readWaybill } from '@qafila/contract';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { departed, endStory, ok, type Story, startStory, stockUp } from '../../testing/convoy-story.ts';

let story: Story;
beforeAll(async () => {
  story = await startStory();
});
afterAll(async () => {
  await endStory(story);
});

async function waybill(): Promise<string> {
  const stock = await stockUp(story, 5);
  const { waybills } = await departed(story, [{ ...stock, quantity: 5 }]);
  return waybills[0]?.id ?? '';
}

async function add(waybillId: string, body: Buffer, type = 'image/jpeg', caption?: string) {
  return await story.coordinator.call(addPhoto, {
    params: { waybillId },
    query: caption === undefined ? {} : { caption },
    body,
    headers: { 'Content-Type': type },
  });
}

async function fetchPhoto(photoId: string, client: Client = story.coordinator) {
  const response = await client.raw(readPhoto.path.replace(':photoId', photoId));
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c09040' } });

describe('a photo of a delivery', () => {
  test('is kept small, upright and without where it was taken', async () => {
    const withPlace = await picture(2_400, 1_200)
      .withMetadata({
        orientation: 6,
        exif: { IFD0: { Make: 'SecretPhone' }, IFD3: { GPSLatitude: '33/1 30/1 36/1' } },
      })
      .jpeg()
      .toBuffer();
    expect(withPlace.includes('SecretPhone')).toBe(true);
    expect((await sharp(withPlace).metadata()).orientation).toBe(6);
    const waybillId = await waybill();
    const photo = ok(await add(waybillId, withPlace, 'image/jpeg', 'بطانيات مبللة'), 201);
    expect(photo).toMatchObject({ caption: 'بطانيات مبللة', widthPx: 800, heightPx: 1_600 });
    const { response, bytes } = await fetchPhoto(photo.id);
    const metadata = await sharp(bytes).metadata();
    expect(metadata).toMatchObject({ format: 'jpeg', width: 800, height: 1_600 });
    expect(metadata.exif).toBeUndefined();
    expect(bytes.includes('SecretPhone')).toBe(false);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(response.headers.get('cache-control')).toContain('private');
    expect(response.headers.get('content-disposition')).toMatch(/^inline; filename="WB-[\w-]+\.jpg"$/);
    const { photos } = ok(await story.coordinator.call(readWaybill, { params: { waybillId } }));
    expect(photos).toEqual([photo]);
  });

  test.each(['png', 'webp'] as const)('may come as %s, whatever it is called', async (format) => {
    const image = await picture(20, 10).toFormat(format).toBuffer();
    expect(ok(await add(await waybill(), image, 'image/jpeg'), 201)).toMatchObject({ widthPx: 20 });
  });

  test('that hides a page behind a picture leaves the page behind', async () => {
    const page = Buffer.from('<script>alert(1)</script>');
    const image = Buffer.concat([await picture(20, 10).jpeg().toBuffer(), page]);
    const { id } = ok(await add(await waybill(), image), 201);
    expect((await fetchPhoto(id)).bytes.includes('<script>')).toBe(false);
  });

  test('comes at most so often on one waybill', async () => {
    const waybillId = await waybill();
    const image = await picture(4, 4).png().toBuffer();
    const answers = await Promise.all(
      Array.from({ length: LIMITS.photosPerWaybill + 2 }, () => add(waybillId, image)),
    );
    expect(answers.filter((it) => it.status === 201)).toHaveLength(LIMITS.photosPerWaybill);
    expect(answers.filter((it) => it.problem.code === 'conflict')).toHaveLength(2);
  });
});

/** A PNG that claims so many pixels a side, in a few bytes. */
function hugePng(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const rows = chunk('IDAT', deflateSync(Buffer.alloc(1_000)));
  return Buffer.concat([signature, chunk('IHDR', header), rows, chunk('IEND', Buffer.alloc(0))]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

describe('what is no photo', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
  const bad: [string, () => Buffer, string][] = [
    ['an SVG with a script', () => Buffer.from(svg), 'image/svg+xml'],
    ['an SVG that says it is a JPEG', () => Buffer.from(svg), 'image/jpeg'],
    ['a page that begins like a JPEG', () => Buffer.from('\xff\xd8\xff<html>', 'latin1'), 'image/jpeg'],
    ['a PNG of 50,000 by 50,000', () => hugePng(50_000), 'image/png'],
    ['a zip called a PDF', () => Buffer.from('PK\x03\x04%PDF-1.7'), 'image/jpeg'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n1 0 obj\n'), 'image/png'],
  ];
  test.each(bad)('%s is refused as unreadable, and nothing is kept', async (_name, make, type) => {
    const waybillId = await waybill();
    const answer = await add(waybillId, make(), type);
    expect(answer.status).toBe(422);
    expect(answer.problem.code).toBe('image_unreadable');
    expect(await story.db('delivery_photos').where({ waybill_id: waybillId })).toEqual([]);
  });

  test('half a picture is refused', async () => {
    const whole = await picture(600, 400).jpeg().toBuffer();
    const answer = await add(await waybill(), whole.subarray(0, whole.length / 2));
    expect(answer.problem.code).toBe('image_unreadable');
  });

  test('nothing at all is refused, and JSON is not taken', async () => {
    const waybillId = await waybill();
    const none = await story.coordinator.call(addPhoto, { params: { waybillId } });
    expect(none.problem.code).toBe('image_unreadable');
    const json = await add(waybillId, Buffer.from('{}'), 'application/json');
    expect(json.problem.code).toBe('unsupported_media_type');
  });

  test('a caption with a path stays a caption: the file has a name of our own', async () => {
    const image = await picture(4, 4).png().toBuffer();
    const photo = ok(await add(await waybill(), image, 'image/png', '../../x.jpg'), 201);
    const { response } = await fetchPhoto(photo.id);
    expect(response.headers.get('content-disposition')).not.toContain('..');
  });
});

test('a photo sent twice under one Idempotency-Key is kept once, and another one is refused', async () => {
  const waybillId = await waybill();
  const idempotencyKey = randomUUID();
  const body = await picture(40, 30).jpeg().toBuffer();
  const send = (image: Buffer) =>
    story.coordinator.call(addPhoto, {
      params: { waybillId },
      body: image,
      idempotencyKey,
      headers: { 'Content-Type': 'image/jpeg' },
    });
  const first = ok(await send(body), 201);
  expect(ok(await send(body), 201)).toEqual(first);
  expect(await story.db('delivery_photos').where({ waybill_id: waybillId })).toHaveLength(1);
  const other = await send(await picture(30, 40).jpeg().toBuffer());
  expect(other.problem.code).toBe('idempotency_key_reused');
});

test('a photo is seen by an association with goods on that waybill, and by no other', async () => {
  const [first, second] = story.associations;
  const ours = await story.as('association', { associationId: first });
  const theirs = await story.as('association', { associationId: second });
  const { id } = ok(await add(await waybill(), await picture(4, 4).png().toBuffer()), 201);
  expect((await fetchPhoto(id, ours)).response.status).toBe(200);
  expect((await fetchPhoto(id, theirs)).response.status).toBe(404);
  expect((await fetchPhoto(randomUUID(), ours)).response.status).toBe(404);
  expect((await fetchPhoto(id, story.visitor())).response.status).toBe(401);
});
