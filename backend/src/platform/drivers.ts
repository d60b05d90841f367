import { LIMITS } from '@qafila/contract';
import type { Request, RequestHandler, Response } from 'express';
import { findEndpoint } from './endpoint-index.ts';
import { Refusal } from './refusal.ts';

/** What a driver's phone is bound to. */
export type Driver = {
  readonly linkId: string;
  readonly convoyVehicleId: string;
  readonly vehicleNumber: number;
  readonly convoyId: string;
  readonly campaignId: string;
  /** When the convoy was entered. */
  readonly plannedAt: Date;
};

declare module 'express-serve-static-core' {
  interface Request {
    driver?: Driver;
  }
}

/** Browsers take a `__Host-` cookie over TLS alone; without it, the plain name. */
const COOKIE = 'qafila_driver';
const SECURE_COOKIE = `__Host-${COOKIE}`;

/** Knows whose phone asks: fills `req.driver` at the endpoints for drivers, and nowhere else. */
export function drivers(find: (secret: string) => Promise<Driver | undefined>): RequestHandler {
  return async (req, _res, next) => {
    const secret = isForDrivers(req.method, req.originalUrl) ? secretIn(req) : undefined;
    const driver = secret === undefined ? undefined : await find(secret);
    if (driver) req.driver = driver;
    next();
  };
}

export function giveDriverCookie(req: Request, res: Response, secret: string): void {
  res.cookie(req.secure ? SECURE_COOKIE : COOKIE, secret, {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    secure: req.secure,
    maxAge: LIMITS.driverSessionDays * 86_400_000,
  });
}

/** @throws {Refusal} `not_signed_in`; behind `access: 'driver'` it never does */
export function driverIn({ driver }: Pick<Request, 'driver'>): Driver {
  if (!driver) throw new Refusal('not_signed_in');
  return driver;
}

function isForDrivers(method: string, url: string): boolean {
  return findEndpoint(method, url.split('?', 1)[0] ?? '').endpoint?.access === 'driver';
}

function secretIn(req: Request): string | undefined {
  const name = req.secure ? SECURE_COOKIE : COOKIE;
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('=', 2));
  return pairs.find(([it]) => it === name)?.[1];
}
