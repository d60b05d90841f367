import { Counter, Gauge, type Registry } from 'prom-client';

type Sources = {
  readonly ingest: { readonly stats: { batches: number; stored: number; turnedAway: number } };
  readonly connections: () => number;
};

/** What the tracker doors stored and turned away, and how many watch; read when somebody asks. */
export function countLive(registry: Registry, { ingest, connections }: Sources): void {
  const counter = (name: string, help: string, read: () => number) =>
    new Counter({
      name,
      help,
      registers: [registry],
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  counter('positions_stored_total', 'Fixes committed since the start', () => ingest.stats.stored);
  counter('positions_batches_total', 'Transactions they were committed in', () => ingest.stats.batches);
  counter('positions_turned_away_total', 'Fixes answered 503', () => ingest.stats.turnedAway);
  new Gauge({
    name: 'live_connections',
    help: 'Open live sockets',
    registers: [registry],
    collect() {
      this.set(connections());
    },
  });
}
