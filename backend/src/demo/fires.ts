import { createHazard, importHazards } from '@qafila/contract';
import type { Client } from './client.ts';
import type { StoryClock } from './clock.ts';

const HOUR_MS = 3_600_000;

/** What a VIIRS table would say: seen so many hours ago, where, with which power. MW. */
const SEEN: readonly { hoursAgo: number; frp: number; at: readonly [number, number][] }[] = [
  {
    hoursAgo: 2.2,
    frp: 38,
    at: [
      [35.531, 36.118],
      [35.534, 36.124],
      [35.539, 36.121],
      [35.542, 36.129],
      [35.547, 36.133],
      [35.551, 36.128],
      [35.556, 36.139],
      [35.561, 36.146],
    ],
  },
  {
    hoursAgo: 9.4,
    frp: 12,
    at: [
      [35.525, 36.131],
      [35.552, 36.151],
      [35.567, 36.152],
      [35.742, 36.041],
      [35.747, 36.046],
      [35.749, 36.036],
      [35.258, 36.112],
      [35.263, 36.118],
    ],
  },
  {
    hoursAgo: 20.5,
    frp: 6,
    at: [
      [35.571, 36.163],
      [35.268, 36.107],
      [35.018, 36.221],
      [35.023, 36.214],
    ],
  },
];

const HEADER =
  'latitude,longitude,bright_ti4,scan,track,acq_date,acq_time,satellite,instrument,confidence,version,bright_ti5,frp,daynight';

/** A fire between al-Haffa and al-Qardaha: what the satellite saw, and the zone that civil defence drew round it. */
export async function tellOfFires(coordinator: Client, clock: StoryClock): Promise<void> {
  await coordinator(importHazards, { body: { text: tableOf(clock) } });
  await coordinator(createHazard, {
    body: {
      name: 'حريق غابات شرق القرداحة',
      note: 'طوّق الدفاع المدني النار من الجنوب، والريح شرقية.',
      severity: 'severe',
      area: {
        type: 'polygon',
        ring: [
          [35.494, 36.087],
          [35.516, 36.096],
          [35.545, 36.108],
          [35.571, 36.132],
          [35.583, 36.163],
          [35.562, 36.181],
          [35.532, 36.164],
          [35.508, 36.134],
        ],
      },
      validFrom: clock.at(-7).toISOString(),
      validTo: clock.at(30).toISOString(),
    },
  });
}

function tableOf(clock: StoryClock): string {
  const rows = SEEN.flatMap(({ hoursAgo, frp, at }) => {
    const seen = new Date(clock.now().getTime() - hoursAgo * HOUR_MS).toISOString();
    // The table loses the time's leading zeros.
    const time = Number(seen.slice(11, 16).replace(':', ''));
    return at.map(
      ([lat, lng]) =>
        `${lat},${lng},341.2,0.39,0.36,${seen.slice(0, 10)},${time},N20,VIIRS,n,2.0NRT,301.5,${frp},D`,
    );
  });
  return [HEADER, ...rows].join('\n');
}
