import { z } from 'zod';

/** Every way a request can be refused: code → HTTP status and title. Codes are stable; titles may be reworded. */
export const PROBLEMS = {
  invalid_input: { status: 400, title: 'The request does not fit the contract' },
  malformed_json: { status: 400, title: 'The body is not valid JSON' },
  malformed_request: { status: 400, title: 'The request could not be read' },
  not_signed_in: { status: 401, title: 'Sign in first' },
  wrong_credentials: { status: 401, title: 'E-mail or password is wrong' },
  not_allowed: { status: 403, title: 'Your role may not do this' },
  foreign_origin: { status: 403, title: 'Requests that change something must come from this site' },
  not_found: { status: 404, title: 'There is no such thing, or it is not yours to see' },
  application_not_found: { status: 404, title: 'There is no application with this reference and secret' },
  method_not_allowed: { status: 405, title: 'This address does not take this method' },
  conflict: { status: 409, title: 'It clashes with something that exists' },
  visit_incomplete: { status: 409, title: 'Questions that must be answered have no answer yet' },
  transition_not_allowed: { status: 409, title: 'That step is not open in its present state' },
  email_taken: { status: 409, title: 'This e-mail already has an account' },
  need_exists: { status: 409, title: 'This destination already has a need for this item' },
  need_in_use: { status: 409, title: 'Pledges or goods already answer this need' },
  campaign_not_active: { status: 409, title: 'The campaign is not active' },
  wrong_campaign_kind: { status: 409, title: 'That is not how this campaign works' },
  output_exists: { status: 409, title: 'That day is entered already; correct it' },
  month_exists: { status: 409, title: 'That month is reported already; correct it' },
  project_settled: { status: 409, title: 'A proposal can be changed only until it is decided' },
  association_not_declared: {
    status: 409,
    title: 'The association is not declared, or was suspended or dissolved',
  },
  declaration_number_taken: {
    status: 409,
    title: 'This number was given to another declaration of that year',
  },
  application_incomplete: { status: 409, title: 'Something that is due is missing from the application' },
  not_participating: { status: 409, title: 'The association does not take part in this campaign' },
  obligation_overdue: { status: 409, title: 'The association owes papers that are overdue' },
  above_outstanding: { status: 409, title: 'More than is still outstanding on the pledge' },
  above_stock: { status: 409, title: 'More than is free in stock' },
  above_weight: { status: 409, title: 'The vehicle cannot carry that weight' },
  above_volume: { status: 409, title: 'The vehicle has no room for that volume' },
  above_allotted: { status: 409, title: 'More than the manifest allots' },
  counts_do_not_add_up: { status: 409, title: 'Good, damaged and missing must add up to what was loaded' },
  not_ready_to_depart: { status: 409, title: 'The convoy is not ready to depart' },
  hazard_on_route: { status: 409, title: 'A hazard lies on the way; departing needs a named reason' },
  goods_still_aboard: { status: 409, title: 'Goods are still aboard' },
  manifest_fixed: { status: 409, title: 'The manifest is fixed once the convoy has departed' },
  vehicle_busy: { status: 409, title: 'The vehicle is on another convoy' },
  transfer_reused: { status: 409, title: 'This transfer id was already used for other goods' },
  referral_duplicate: {
    status: 409,
    title: 'This citizen has such a case already; registering another needs a reason',
  },
  share_link_ended: { status: 410, title: 'This link was ended, or its time is over' },
  token_expired: { status: 410, title: 'This link has expired or was used' },
  version_stale: { status: 412, title: 'Someone changed it meanwhile; read it again' },
  body_too_large: { status: 413, title: 'The request is too large' },
  unsupported_media_type: { status: 415, title: 'This kind of body is not taken here' },
  idempotency_key_reused: { status: 422, title: 'This Idempotency-Key was used with another request' },
  image_unreadable: { status: 422, title: 'The file is not an image we can read' },
  document_unreadable: { status: 422, title: 'The file is not a PDF, JPEG or PNG we can read' },
  version_required: { status: 428, title: 'Say which version you edit, with If-Match' },
  too_many_requests: { status: 429, title: 'Too many requests; wait a little' },
  headers_too_large: { status: 431, title: 'The request headers are too large' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'Not available just now; try again' },
} as const;
export type ProblemCode = keyof typeof PROBLEMS;
export const ProblemCode = z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]);

/**
 * One wrong field. `path` is dotted (`lines.2.quantity`); `code` is stable and is what the screens translate
 * (zod's issue codes with their bound, such as `too_small`, or our own, such as `forbidden_characters`).
 */
export const FieldError = z.object({
  path: z.string(),
  code: z.string(),
  message: z.string(),
  /** Values for the translated sentence: `minimum`, `maximum`, `available`, … */
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type FieldError = z.infer<typeof FieldError>;

/** RFC 9457 problem details, as every error leaves the server (`application/problem+json`). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: ProblemCode,
  detail: z.string().optional(),
  /** The request's id, also in the server's log. */
  instance: z.string().optional(),
  errors: z.array(FieldError).optional(),
  /** Values for the translated sentence of `code`: `available`, `fits`, `itemNameAr`, … */
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Problem = z.infer<typeof Problem>;
export type ProblemValues = NonNullable<Problem['values']>;
