import type { Fix, FixTuple } from '@qafila/contract';

export type FixSources = {
  newest: (vehicleNumber: number) => Fix | undefined;
  /** Metres of its convoy's whole route that a vehicle has done. */
  progressOf: (vehicleNumber: number) => number | null;
};

type Known = { readonly fix: Fix; readonly progressM: number | null; readonly json: string };

/** The newest tuples of vehicles as JSON, with commas between; each is encoded again only when it is new. */
export function createFixEncoder({ newest, progressOf }: FixSources) {
  const known = new Map<number, Known>();

  function encode(vehicleNumber: number): string | undefined {
    const fix = newest(vehicleNumber);
    if (!fix) return undefined;
    const progressM = progressOf(vehicleNumber);
    const before = known.get(vehicleNumber);
    if (before?.fix === fix && before.progressM === progressM) return before.json;
    const json = JSON.stringify(toTuple(vehicleNumber, fix, progressM));
    known.set(vehicleNumber, { fix, progressM, json });
    return json;
  }

  return (vehicles: Iterable<number>): string => {
    const found: string[] = [];
    for (const vehicleNumber of vehicles) {
      const json = encode(vehicleNumber);
      if (json !== undefined) found.push(json);
    }
    return found.join(',');
  };
}

/** Metres and tenths are as fine as a map shows. */
function toTuple(vehicleNumber: number, fix: Fix, progressM: number | null): FixTuple {
  return [
    vehicleNumber,
    Math.round(fix.recordedAtMs / 1000),
    rounded(fix.lat, 100_000),
    rounded(fix.lng, 100_000),
    fix.speedMps === null ? null : rounded(fix.speedMps, 10),
    fix.headingDeg === null ? null : Math.round(fix.headingDeg) % 360,
    fix.batteryPct,
    progressM === null ? null : Math.round(progressM),
  ];
}

function rounded(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
