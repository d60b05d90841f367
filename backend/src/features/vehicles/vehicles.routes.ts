import * as contract from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import * as trackers from './trackers.service.ts';
import * as vehicles from './vehicles.service.ts';

export function vehicleRoutes(deps: BindDeps): Router {
  const router = Router();
  bind(router, deps, contract.listVehicles, (asked) => vehicles.list(asked));
  bind(router, deps, contract.createVehicle, (asked) => vehicles.create(asked, asked.body));
  bind(router, deps, contract.updateVehicle, (asked) =>
    vehicles.update(asked, asked.params.vehicleId, asked.version, asked.body),
  );
  bind(router, deps, contract.listTrackers, (asked) => trackers.list(asked, asked.params.vehicleId));
  bind(router, deps, contract.createTracker, (asked) =>
    trackers.create(asked, asked.params.vehicleId, asked.body.label),
  );
  bind(router, deps, contract.revokeTracker, (asked) => trackers.revoke(asked, asked.params.trackerId));
  return router;
}
