import { addManifestLines, type ConvoyFile, LIMITS, proposeFill } from '@qafila/contract';
import { useState } from 'react';
import { useApiQuery } from '../../shared/api/index.ts';
import { useUrlState } from '../../shared/ui/index.ts';
import { useConvoyChange } from '../convoys/index.ts';
import type { Proposal } from './open-needs.ts';

export type ProposedLine = Proposal['lines'][number];

const keyOf = (line: ProposedLine) => `${line.convoyVehicleId}|${line.stopId}|${line.accountId}`;

/**
 * The server's proposal. It is always read, for it also says how much of each need is open; its lines are shown, and
 * may be left out one by one, only while the preview is open. Nothing is written before it is applied.
 */
export function useFill({ convoy }: Pick<ConvoyFile, 'convoy'>, isOpen: boolean) {
  const query = useApiQuery(proposeFill, { params: { convoyId: convoy.id } }, { enabled: isOpen });
  const [shown, setShown] = useUrlState('fill', '');
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const adding = useConvoyChange(convoy, addManifestLines);
  const isShown = shown === 'preview';
  const lines = isShown ? (query.data?.lines ?? []).filter((line) => !leftOut.has(keyOf(line))) : [];
  const discard = () => {
    setLeftOut(new Set());
    setShown(null);
    adding.reset();
  };
  return {
    query,
    isShown,
    lines,
    show: () => setShown('preview'),
    discard,
    leaveOut: (line: ProposedLine) => setLeftOut(new Set([...leftOut, keyOf(line)])),
    isApplying: adding.isPending,
    error: adding.error,
    apply: async (): Promise<void> => {
      const added = lines.map(({ convoyVehicleId, stopId, accountId, quantity }) => ({
        convoyVehicleId,
        stopId,
        accountId,
        quantity,
      }));
      for (let at = 0; at < added.length; at += LIMITS.linesPerRequest) {
        const body = { lines: added.slice(at, at + LIMITS.linesPerRequest) };
        await adding.mutateAsync({ params: { convoyId: convoy.id }, body });
      }
      discard();
    },
  };
}

export type Fill = ReturnType<typeof useFill>;
