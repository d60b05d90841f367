import { fillPositions } from './fill-positions.ts';
import { CONNECTIONS, drive, inWords, type Turn, WARM_UP_MS } from './ingest.ts';
import { inRounds, medianRatio } from './rounds.ts';
import { CONTROL, type Scenario } from './scenario.ts';
import { SMALL_ROWS } from './stage.ts';

const FEW = 20;

/** What a report costs when much is stored against little, and with many vehicles against few. */
export const growth: Scenario = {
  name: 'growth',
  async run(stage, { rows, rounds, roundMs }) {
    const { small, world } = stage;
    const many = world.numbers.length;
    const load = stage.startLoad();
    const onLarge = await stage.startQafila(await stage.large());
    const onSmall = await stage.startQafila(small);
    const order = { connections: CONNECTIONS, durationMs: roundMs };
    const driveSmall = async (trackers: number): Promise<Turn> => {
      await small.db.raw('TRUNCATE positions');
      await fillPositions(small.db, world.numbers, SMALL_ROWS);
      return await drive(onSmall, load, { ...order, trackers });
    };
    for (const target of [onLarge, onSmall]) {
      await drive(target, load, { ...order, trackers: many, durationMs: WARM_UP_MS });
    }
    const results = await inRounds(rounds, [
      () => drive(onLarge, load, { ...order, trackers: many }),
      () => driveSmall(many),
      () => driveSmall(many),
      () => driveSmall(FEW),
    ]);
    await Promise.all([load.stop(), onLarge.stop(), onSmall.stop()]);
    // The machine is full in each turn: what a report costs of it is one over how many it takes.
    const [large = [], little = [], again = [], few = []] = results.map((turns) =>
      turns.map(({ perSecond }) => 1 / perSecond),
    );
    const [largeTurns = [], littleTurns = [], , fewTurns = []] = results;
    return [
      {
        what: `cost of a report, ${rows} rows stored ÷ ${SMALL_ROWS}`,
        value: medianRatio(large, little),
        unit: '×',
        atMost: 1.15,
        details: { many: inWords(largeTurns), few: inWords(littleTurns) },
      },
      {
        what: `cost of a report, ${many} vehicles ÷ ${FEW}`,
        value: medianRatio(little, few),
        unit: '×',
        atMost: 1.15,
        details: { few: inWords(fewTurns) },
      },
      { what: 'control: the same store twice', value: medianRatio(again, little), ...CONTROL },
    ];
  },
};
