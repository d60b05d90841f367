import * as contract from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import * as deliveries from './deliveries.service.ts';
import * as photos from './photos.service.ts';
import { settle } from './settlement.service.ts';
import * as waybills from './waybills.service.ts';

export function deliveryRoutes(deps: BindDeps): Router {
  const router = Router();
  bind(router, deps, contract.listDeliveries, (asked) => deliveries.list(asked, asked.params.campaignId));
  bind(router, deps, contract.readWaybill, (asked) => waybills.read(asked, asked.params.waybillId));
  bind(router, deps, contract.settleWaybill, (asked) => settle(asked, asked.params.waybillId, asked.body));
  bind(router, deps, contract.addPhoto, (asked) =>
    photos.add(asked, asked.params.waybillId, asked.query.caption ?? '', asked.body),
  );
  bind(router, deps, contract.readPhoto, (asked) => photos.send(asked, asked.params.photoId, asked.res));
  return router;
}
