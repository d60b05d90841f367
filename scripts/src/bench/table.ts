import type { IngestReport } from './ingest.ts';

/** The report for people: one line a server. */
export function toTable({ rows, options, acknowledged, stored, durability }: IngestReport): string {
  const width = Math.max(...rows.map((row) => row.target.length));
  const settings = Object.entries(durability).map(([name, value]) => `${name} ${value}`);
  return [
    `${options.connections} connections, ${options.rounds} rounds in turns, medians; ${settings.join(', ')}`,
    `${'server'.padEnd(width)}  requests/s  ÷ node:http  ÷ express   p50 ms   p99 ms`,
    ...rows.map((row) =>
      [
        row.target.padEnd(width),
        String(row.requestsPerSecond).padStart(12),
        row.ratioToNode.toFixed(2).padStart(13),
        row.ratioToExpress.toFixed(2).padStart(11),
        row.p50Ms.toFixed(1).padStart(9),
        row.p99Ms.toFixed(1).padStart(9),
        row.refused > 0 ? `   ${row.refused} refused` : '',
      ].join(''),
    ),
    `acknowledged ${acknowledged}, stored ${stored}`,
    ...(isQuiet(rows)
      ? []
      : ['The control is off: this machine is busy with other things, and the ratios say little.']),
    '',
  ].join('\n');
}

/** Whether the same server measured twice came out the same, within what a shared machine allows. */
function isQuiet([, control]: IngestReport['rows']): boolean {
  return control !== undefined && control.ratioToNode >= 0.9 && control.ratioToNode <= 1.1;
}
