import * as contract from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import * as convoyVehicles from './convoy-vehicles.service.ts';
import { convoysOf, readFile } from './convoys.service.ts';
import * as drafting from './drafting.service.ts';
import { propose } from './fill.service.ts';
import { layLeg } from './leg-route.service.ts';
import { moveGoods } from './loading.service.ts';
import * as manifest from './manifest.service.ts';
import * as stops from './stops.service.ts';
import * as transitions from './transitions.service.ts';

export function convoyRoutes(deps: BindDeps): Router {
  const router = Router();
  bind(router, deps, contract.listConvoys, (asked) => convoysOf(asked, asked.params.campaignId));
  bind(router, deps, contract.readConvoy, (asked) => readFile(asked, asked.params.convoyId));
  bind(router, deps, contract.createConvoy, (asked) =>
    drafting.draft(asked, asked.params.campaignId, asked.body),
  );
  bind(router, deps, contract.updateConvoy, (asked) =>
    drafting.change(asked, asked.params.convoyId, asked.version, asked.body),
  );
  bind(router, deps, contract.moveConvoy, (asked) =>
    transitions.move(asked, asked.params.convoyId, asked.body),
  );
  bind(router, deps, contract.moveStop, (asked) => stops.move(asked, asked.params.stopId, asked.body));
  bind(router, deps, contract.setLegRoute, (asked) => layLeg(asked, asked.params.stopId, asked.body));
  mountVehicles(router, deps);
  mountManifest(router, deps);
  return router;
}

function mountVehicles(router: Router, deps: BindDeps): void {
  bind(router, deps, contract.addConvoyVehicle, (asked) =>
    convoyVehicles.putOn(asked, asked.params.convoyId, asked.body),
  );
  bind(router, deps, contract.updateConvoyVehicle, (asked) =>
    convoyVehicles.changeDriver(asked, asked.params.convoyVehicleId, asked.body),
  );
  bind(router, deps, contract.removeConvoyVehicle, (asked) =>
    convoyVehicles.takeOff(asked, asked.params.convoyVehicleId),
  );
}

function mountManifest(router: Router, deps: BindDeps): void {
  bind(router, deps, contract.proposeFill, (asked) => propose(asked, asked.params.convoyId));
  bind(router, deps, contract.addManifestLines, (asked) =>
    manifest.allot(asked, asked.params.convoyId, asked.body.lines),
  );
  bind(router, deps, contract.updateManifestLine, (asked) =>
    manifest.changeLine(asked, asked.params.lineId, asked.body.quantity),
  );
  bind(router, deps, contract.removeManifestLine, (asked) => manifest.removeLine(asked, asked.params.lineId));
  bind(router, deps, contract.loadGoods, (asked) =>
    moveGoods(asked, asked.params.convoyId, 'load', asked.body),
  );
  bind(router, deps, contract.unloadGoods, (asked) =>
    moveGoods(asked, asked.params.convoyId, 'unload', asked.body),
  );
}
