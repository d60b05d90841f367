import {
  createShareLink,
  listActivity,
  listShareLinks,
  moveCampaign,
  readSharedView,
  revokeShareLink,
  SHARE_TOKEN_HEADER,
  type ShareLink,
} from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENDPOINTS } from '../../platform/endpoint-index.ts';
import type { Client } from '../../testing/client.ts';
import { draftConvoy, endStory, ok, type Story, startStory } from '../../testing/convoy-story.ts';

let story: Story;
let official: Client;
beforeAll(async () => {
  story = await startStory();
  official = await story.as('official', { name: 'Rana' });
});
afterAll(() => endStory(story));

const WALL = { kind: 'wall', precision: 'exact', label: 'قاعة العمليات', validHours: 24 };

async function link(given: object = {}, campaignId = story.campaignId): Promise<ShareLink> {
  const made = await official.call(createShareLink, { params: { campaignId }, body: { ...WALL, ...given } });
  return ok(made, 201);
}

/** As a page makes it of its own address. */
function tokenOf({ path }: Pick<ShareLink, 'path'>): string {
  const [, id = '', mac = ''] = /^\/(?:wall|follow)\/([^#]+)#(.+)$/.exec(path ?? '') ?? [];
  return `${id}.${mac}`;
}

const open = (token: string, client = story.visitor()) =>
  client.call(readSharedView, { headers: { [SHARE_TOKEN_HEADER]: token } });
const codeOf = async (token: string): Promise<[number, string]> => {
  const { status, problem } = await open(token);
  return [status, problem.code];
};
const revoke = (id: string) => official.call(revokeShareLink, { params: { shareLinkId: id } });
const links = async (): Promise<ShareLink[]> =>
  ok(await official.call(listShareLinks, { params: { campaignId: story.campaignId } }));

describe('links', () => {
  test('are made with a path that opens them, listed newest first, and ended', async () => {
    const first = await link();
    const { convoy } = await draftConvoy(story);
    const second = await link({ kind: 'convoy', convoyId: convoy.id, precision: 'coarse', label: 'متبرع' });
    expect(first).toMatchObject({
      ...{ kind: 'wall', precision: 'exact', convoy: null, createdByName: 'Rana', revokedAt: null },
      ...{ lastUsedAt: null, useCount: 0, label: 'قاعة العمليات' },
    });
    expect(first.path).toMatch(new RegExp(`^/wall/${first.id}#[\\w-]{43}$`));
    expect(second).toMatchObject({ convoy: { id: convoy.id, code: convoy.code } });
    expect(second.path).toMatch(new RegExp(`^/follow/${second.id}#`));
    expect((await links()).slice(0, 2)).toEqual([second, first]);
    const ended = ok(await revoke(first.id));
    expect(ended).toMatchObject({ path: null, revokedAt: expect.any(String) });
    expect(ok(await revoke(first.id)).revokedAt).toBe(ended.revokedAt);
    const { items } = ok(await official.call(listActivity, { params: { campaignId: story.campaignId } }));
    const told = items.filter(({ subjectType }) => subjectType === 'shareLink');
    expect(told.map(({ action }) => action)).toEqual([
      'shareLink.revoked',
      'shareLink.created',
      'shareLink.created',
    ]);
  });

  test('leave nothing in the database that opens them', async () => {
    const made = await link();
    const [, mac = 'none'] = tokenOf(made).split('.');
    for (const table of ['share_links', 'audit_log', 'idempotent_answers']) {
      const { rows } = await story.db.raw('SELECT row_to_json(t)::text AS row FROM ?? AS t', [table]);
      expect(JSON.stringify(rows)).not.toContain(mac);
    }
  });

  test('to one convoy name one of this campaign, and links to the wall none', async () => {
    const { convoy } = await draftConvoy(story);
    const elsewhere = await story.world.campaign();
    const params = { campaignId: elsewhere };
    const foreign = await official.call(createShareLink, {
      params,
      body: { ...WALL, kind: 'convoy', convoyId: convoy.id },
    });
    expect([foreign.status, foreign.problem.errors]).toMatchObject([400, [{ path: 'convoyId' }]]);
    for (const body of [
      { ...WALL, kind: 'convoy' },
      { ...WALL, convoyId: convoy.id },
      { ...WALL, validHours: 100_000 },
    ]) {
      expect((await official.call(createShareLink, { params, body })).status).toBe(400);
    }
    expect((await revoke('00000000-0000-4000-8000-000000000000')).status).toBe(404);
  });

  test('tell when they were last used', async () => {
    const made = await link();
    expect((await open(tokenOf(made))).status).toBe(200);
    await expect
      .poll(async () => (await links()).find(({ id }) => id === made.id)?.lastUsedAt)
      .not.toBeNull();
  });
});

describe('a link opens nothing', () => {
  test('without its secret, nor with that of another', async () => {
    const [made, other] = [await link(), await link()];
    const [id = '', mac = ''] = tokenOf(made).split('.');
    const [, otherMac = ''] = tokenOf(other).split('.');
    const tampered = `${mac.slice(0, -2)}${mac.endsWith('AA') ? 'BB' : 'AA'}`;
    expect((await story.visitor().call(readSharedView)).problem.code).toBe('not_signed_in');
    for (const token of [
      '',
      'x',
      id,
      `${id}.`,
      `${id}.${tampered}`,
      `${id}.${otherMac}`,
      `${id}.${mac}x`,
      `00000000-0000-4000-8000-000000000000.${mac}`,
    ]) {
      expect([token, ...(await codeOf(token))]).toEqual([token, 404, 'not_found']);
    }
  });

  test('after its time, after it was revoked, and after its campaign went into the archive', async () => {
    const [made, revoked] = [await link({ validHours: 2 }), await link()];
    await revoke(revoked.id);
    expect(await codeOf(tokenOf(revoked))).toEqual([410, 'share_link_ended']);
    const campaignId = await story.world.campaign();
    const archived = await link({}, campaignId);
    const admin = await story.as('admin');
    for (const command of ['close', 'archive']) {
      ok(await admin.call(moveCampaign, { params: { campaignId }, body: { command } }));
    }
    expect(await codeOf(tokenOf(archived))).toEqual([410, 'share_link_ended']);
    const late = await official.call(createShareLink, { params: { campaignId }, body: WALL });
    expect(late.problem.code).toBe('campaign_not_active');
    expect((await open(tokenOf(made))).status).toBe(200);
    story.clock.advance(2 * 3_600_000);
    expect(await codeOf(tokenOf(made))).toEqual([410, 'share_link_ended']);
    expect((await links()).find(({ id }) => id === made.id)?.path).toBeNull();
  });

  test('but outlives the account of who made it', async () => {
    const maker = await story.as('coordinator');
    const params = { campaignId: story.campaignId };
    const made = ok(await maker.call(createShareLink, { params, body: WALL }), 201);
    await story.db('users').where({ id: maker.userId }).update({ disabled_at: new Date() });
    expect((await open(tokenOf(made))).status).toBe(200);
  });

  test('to who guesses: they are told to wait, and who has the right one is not', async () => {
    const made = await link();
    const guess = `${made.id}.${'A'.repeat(43)}`;
    const statuses: number[] = [];
    for (let n = 0; n < 40; n++) statuses.push((await open(guess)).status);
    expect(statuses.at(-1)).toBe(429);
    const last = await open(guess);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await open(tokenOf(made))).status).toBe(200);
  });
});

describe('a link grants nothing else', () => {
  const ID = '00000000-0000-4000-8000-000000000000';
  const others = ENDPOINTS.filter(({ endpoint }) => !['public', 'shared'].includes(endpoint.access));
  let token: string;
  beforeAll(async () => {
    token = tokenOf(await link());
  });

  test.each(others.map(({ name, endpoint }) => [name, endpoint] as const))('not %s', async (_name, it) => {
    const path = it.path.replace(':campaignId', story.campaignId).replace(/:\w+/g, ID);
    const headers = { [SHARE_TOKEN_HEADER]: token, 'Content-Type': 'application/json' };
    const body = it.method === 'get' ? null : '{}';
    const response = await story.visitor().raw(path, { method: it.method.toUpperCase(), headers, body });
    expect([response.status, (await response.json()).code]).toEqual([401, 'not_signed_in']);
  });

  test('and a session does not stand in for a link', async () => {
    expect((await official.call(readSharedView)).problem.code).toBe('not_signed_in');
    expect((await open(`${ID}.${'A'.repeat(43)}`, official)).status).not.toBe(200);
  });
});
