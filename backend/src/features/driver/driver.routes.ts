import {
  beginDriving,
  createDriverLink,
  type DriverFix,
  listDriverLinks,
  readDriver,
  revokeDriverLink,
  sendDriverFixes,
  sendDriverReport,
} from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import { driverIn, giveDriverCookie } from '../../platform/drivers.ts';
import { type ProgressOf, takeReport, viewOf } from './driver.service.ts';
import { endLink, linksOf, makeLink, takeUp } from './driver-links.service.ts';

export type DriverRouteDeps = BindDeps & {
  readonly progressOf: ProgressOf;
  /** Stores the fixes of one vehicle; resolves when they are committed. */
  readonly takeFixes: (
    vehicleNumber: number,
    fixes: readonly DriverFix[],
  ) => Promise<{ stored: number; refused: number[] }>;
};

export function driverRoutes(deps: DriverRouteDeps): Router {
  const router = Router();
  bindLinks(router, deps);
  bindPhone(router, deps);
  return router;
}

function bindLinks(router: Router, deps: BindDeps): void {
  bind(router, deps, listDriverLinks, (asked) => linksOf(asked, asked.params.convoyId));
  bind(router, deps, createDriverLink, (asked) => makeLink(asked, asked.params.convoyVehicleId));
  bind(router, deps, revokeDriverLink, (asked) => endLink(asked, asked.params.driverLinkId));
}

function bindPhone(router: Router, deps: DriverRouteDeps): void {
  bind(router, deps, beginDriving, async (asked) => {
    const { driver, cookie } = await takeUp(asked, asked.body);
    giveDriverCookie(asked.req, asked.res, cookie);
    return await viewOf(asked, driver, deps.progressOf);
  });
  bind(router, deps, readDriver, (asked) => viewOf(asked, driverIn(asked.req), deps.progressOf));
  bind(
    router,
    deps,
    sendDriverFixes,
    (asked) => deps.takeFixes(driverIn(asked.req).vehicleNumber, asked.body.fixes),
    // The fixes have a transaction of their own, shared with all that come at the time.
    { ownTransactions: true },
  );
  bind(router, deps, sendDriverReport, async (asked) => {
    const driver = driverIn(asked.req);
    await takeReport(asked, driver, asked.body);
    return await viewOf(asked, driver, deps.progressOf);
  });
}
