import { addManifestLines, readConvoy } from '@qafila/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  accountOf,
  draftConvoy,
  endStory,
  linesOf,
  ok,
  type Story,
  startStory,
  stockUp,
} from '../../testing/convoy-story.ts';

let story: Story;
beforeAll(async () => {
  story = await startStory();
});
afterAll(async () => {
  await endStory(story);
});

async function read(convoyId: string) {
  return ok(await story.coordinator.call(readConvoy, { params: { convoyId } }));
}

describe('a quantity that is none', () => {
  const bad: [string, unknown, string][] = [
    ['-1', -1, 'too_small'],
    ['0', 0, 'too_small'],
    ['-0', '-0', 'invalid_type'],
    ['0.1 + 0.2', 0.1 + 0.2, 'not_an_integer'],
    ['2^53 + 1', 2 ** 53 + 2, 'too_big'],
    ['"1e3"', '1e3', 'invalid_type'],
    ['"٣٥"', '٣٥', 'invalid_type'],
    ['"1,5"', '1,5', 'invalid_type'],
    ['null', null, 'invalid_type'],
  ];
  test.each(bad)('%s is refused by its field', async (_name, quantity, code) => {
    const file = await draftConvoy(story, { stops: [story.destinations[0]] });
    const stock = await stockUp(story, 5);
    const [line] = linesOf(file, [{ ...stock, quantity: 1 }]);
    const params = { convoyId: file.convoy.id };
    const body = { lines: [{ ...line, quantity }] };
    const answer = await story.coordinator.call(addManifestLines, { params, body });
    expect(answer.status).toBe(400);
    expect(answer.problem.errors?.[0]).toMatchObject({ path: 'lines.0.quantity', code });
    expect(await accountOf(story, stock)).toEqual({ balance: 5, allotted: 0 });
  });

  test('minus zero as a number is zero, and refused', async () => {
    const file = await draftConvoy(story, { stops: [story.destinations[0]] });
    const stock = await stockUp(story, 5);
    const lines = JSON.stringify({ lines: linesOf(file, [{ ...stock, quantity: 7777 }]) });
    const answer = await story.coordinator.raw(`/api/v1/convoys/${file.convoy.id}/lines`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: lines.replace('7777', '-0'),
    });
    expect(answer.status).toBe(400);
  });

  test.each(['associationId', 'status', 'role', 'id', 'constructor'])(
    'comes not with an extra field %s',
    async (field) => {
      const file = await draftConvoy(story, { stops: [story.destinations[0]] });
      const stock = await stockUp(story, 5);
      const [line] = linesOf(file, [{ ...stock, quantity: 1 }]);
      const params = { convoyId: file.convoy.id };
      const body = { lines: [{ ...line, [field]: 'x' }] };
      const answer = await story.coordinator.call(addManifestLines, { params, body });
      expect(answer.status).toBe(400);
      expect((await read(file.convoy.id)).lines).toEqual([]);
    },
  );
});
