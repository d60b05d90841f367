import { APPLICATION_KEY_HEADER } from '@qafila/contract';
import type { Request, RequestHandler } from 'express';
import { findEndpoint } from './endpoint-index.ts';
import { Refusal } from './refusal.ts';

/** The association that somebody without an account applies for. */
export type Applicant = { readonly associationId: string };

declare module 'express-serve-static-core' {
  interface Request {
    applicant?: Applicant;
  }
}

/** Knows whose application a request brings the key of: fills `req.applicant` at the endpoints for applicants alone. */
export function applicants(open: (key: string, address: string) => Promise<Applicant>): RequestHandler {
  return async (req, _res, next) => {
    const key = req.get(APPLICATION_KEY_HEADER);
    if (key !== undefined && isForApplicants(req.method, req.originalUrl)) {
      req.applicant = await open(key, req.ip ?? '');
    }
    next();
  };
}

/** @throws {Refusal} `not_signed_in`; behind `access: 'applicant'` it never does */
export function applicantIn({ applicant }: Pick<Request, 'applicant'>): Applicant {
  if (!applicant) throw new Refusal('not_signed_in');
  return applicant;
}

function isForApplicants(method: string, url: string): boolean {
  return findEndpoint(method, url.split('?', 1)[0] ?? '').endpoint?.access === 'applicant';
}
