import {
  addManifestLines,
  type ConvoyFile,
  type ConvoyVehicle,
  type ManifestLine,
  removeManifestLine,
  updateManifestLine,
} from '@qafila/contract';
import { useState } from 'react';
import { useUrlState } from '../../shared/ui/index.ts';
import { ridingOf, useConvoyChange } from '../convoys/index.ts';
import { type Addition, type Refused, refusedOf } from './refusal.ts';

/** Why the last change of a vehicle's cargo did not happen. */
export type Failure = { convoyVehicleId: string; error: unknown };

/** What the builder's parts share: the vehicle in hand, and the changes of the manifest with their refusals. */
export function useBuilder(file: ConvoyFile) {
  const { convoy } = file;
  const [vehicleId, chooseVehicle] = useUrlState('vehicle', convoy.vehicles[0]?.id ?? '');
  const [refused, setRefused] = useState<Refused>();
  const [failure, setFailure] = useState<Failure>();
  const [removed, setRemoved] = useState<ManifestLine>();
  const adding = useConvoyChange(convoy, addManifestLines);
  const changing = useConvoyChange(convoy, updateManifestLine);
  const removing = useConvoyChange(convoy, removeManifestLine);
  const params = { convoyId: convoy.id };

  const settle = () => {
    setRefused(undefined);
    setFailure(undefined);
    setRemoved(undefined);
  };
  /** True when it was done; a refusal is shown on the vehicle. */
  const attempt = async (convoyVehicleId: string, change: () => Promise<unknown>): Promise<boolean> => {
    settle();
    try {
      await change();
      return true;
    } catch (error) {
      setFailure({ convoyVehicleId, error });
      return false;
    }
  };

  return {
    file,
    vehicle: convoy.vehicles.find((it) => it.id === vehicleId) ?? convoy.vehicles[0],
    chooseVehicle: (vehicle: Pick<ConvoyVehicle, 'id'>) => chooseVehicle(vehicle.id),
    refused,
    failure,
    removed,
    dismiss: settle,
    isBusy: adding.isPending || changing.isPending || removing.isPending,
    add: async (addition: Addition): Promise<boolean> => {
      settle();
      try {
        await adding.mutateAsync({ params, body: { lines: addition.lines } });
        return true;
      } catch (error) {
        const refusal = refusedOf(error, addition);
        if (refusal) setRefused(refusal);
        else setFailure({ convoyVehicleId: addition.convoyVehicleId, error });
        return false;
      }
    },
    change: (line: ManifestLine, quantity: number) =>
      attempt(line.convoyVehicleId, () =>
        changing.mutateAsync({ params: { lineId: line.id }, body: { quantity } }),
      ),
    remove: async (line: ManifestLine) => {
      const isDone = await attempt(line.convoyVehicleId, () =>
        removing.mutateAsync({ params: { lineId: line.id } }),
      );
      if (isDone) setRemoved(line);
    },
    restore: async (line: ManifestLine) => {
      const { convoyVehicleId, stopId, accountId } = line;
      const again = { convoyVehicleId, stopId, accountId, quantity: ridingOf(line) };
      await attempt(convoyVehicleId, () => adding.mutateAsync({ params, body: { lines: [again] } }));
    },
  };
}

export type Builder = ReturnType<typeof useBuilder>;
