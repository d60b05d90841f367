import type { Topic } from '@qafila/contract';

const EVERY_MS = 200;

/** Gathers which lists of a campaign have changed, and tells of them together. */
export function createChanges(emit: (change: { campaignId: string; topics: Topic[] }) => void) {
  const pending = new Map<string, Set<Topic>>();
  let timer: NodeJS.Timeout | undefined;

  function send(): void {
    timer = undefined;
    const changes = [...pending];
    pending.clear();
    for (const [campaignId, topics] of changes) emit({ campaignId, topics: [...topics] });
  }

  return {
    add(campaignId: string, topics: readonly Topic[]): void {
      const known = pending.get(campaignId) ?? new Set();
      for (const topic of topics) known.add(topic);
      pending.set(campaignId, known);
      timer ??= setTimeout(send, EVERY_MS);
    },
    close(): void {
      clearTimeout(timer);
    },
  };
}
