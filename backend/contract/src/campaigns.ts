import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { defineLifecycle } from './lifecycle.ts';
import { Day, Instant, Name, NamedRef, Note, PageQuery, pageOf, Uuid } from './primitives.ts';
import { GovernorateCode } from './reference.ts';

export const campaignLifecycle = defineLifecycle({
  draft: { activate: 'active' },
  active: { close: 'closed' },
  closed: { reopen: 'active', archive: 'archived' },
  archived: {},
});
export const CampaignStatus = z.enum(campaignLifecycle.states);
export type CampaignStatus = z.infer<typeof CampaignStatus>;

/** What a campaign works by: goods that ride in convoys, or what associations give out day by day. */
export const CampaignKind = z.enum(['convoys', 'initiative']);
export type CampaignKind = z.infer<typeof CampaignKind>;

const campaignFields = {
  nameAr: Name,
  nameEn: Name,
  purpose: Note,
  startsOn: Day,
  endsOn: Day,
  governorateCodes: z.array(GovernorateCode).min(1).max(14),
};

export const Campaign = z.strictObject({
  id: Uuid,
  code: z.string(),
  kind: CampaignKind,
  ...campaignFields,
  status: CampaignStatus,
  version: z.int(),
});
export type Campaign = z.infer<typeof Campaign>;

export const CampaignParams = z.strictObject({ campaignId: Uuid });

export const listCampaigns = endpoint({
  method: 'get',
  path: '/api/v1/campaigns',
  summary: 'Campaigns; an association sees those it takes part in, drafts apart',
  access: 'campaign:read',
  response: z.array(Campaign),
});

export const readCampaign = endpoint({
  method: 'get',
  path: '/api/v1/campaigns/:campaignId',
  summary: 'One campaign',
  access: 'campaign:read',
  params: CampaignParams,
  response: Campaign,
});

const ordered = { path: ['endsOn'], params: { code: 'end_before_start' } };

export const createCampaign = endpoint({
  method: 'post',
  path: '/api/v1/campaigns',
  summary: 'Open a campaign, as a draft',
  access: 'campaign:manage',
  body: z
    .strictObject({ kind: CampaignKind.default('convoys'), ...campaignFields })
    .refine((it) => it.startsOn <= it.endsOn, ordered),
  success: 201,
  response: Campaign,
});

export const updateCampaign = endpoint({
  method: 'patch',
  path: '/api/v1/campaigns/:campaignId',
  summary: 'Change a campaign',
  access: 'campaign:manage',
  params: CampaignParams,
  body: z
    .strictObject(campaignFields)
    .partial()
    .refine((it) => !it.startsOn || !it.endsOn || it.startsOn <= it.endsOn, ordered),
  versioned: true,
  response: Campaign,
});

export const moveCampaign = endpoint({
  method: 'post',
  path: '/api/v1/campaigns/:campaignId/transitions',
  summary: 'Activate, close, reopen or archive a campaign',
  access: 'campaign:manage',
  params: CampaignParams,
  body: z.strictObject({ command: z.enum(campaignLifecycle.commands), reason: Note.default('') }),
  response: Campaign,
});

export const Participant = z.strictObject({
  association: NamedRef.extend({ kind: z.enum(['association', 'foundation']) }),
  joinedAt: Instant,
  /** Gross weight, kilograms: promised, accepted and not cancelled; counted in; delivered good. */
  pledgedKg: z.number(),
  receivedKg: z.number(),
  deliveredKg: z.number(),
  pledgeCount: z.int(),
});
export type Participant = z.infer<typeof Participant>;

export const listParticipants = endpoint({
  method: 'get',
  path: '/api/v1/campaigns/:campaignId/participants',
  summary: 'Who takes part, and how much each gave',
  access: 'activity:read',
  params: CampaignParams,
  response: z.array(Participant),
});

export const addParticipant = endpoint({
  method: 'post',
  path: '/api/v1/campaigns/:campaignId/participants',
  summary: 'Bring a declared association into the campaign',
  access: 'participation:manage',
  params: CampaignParams,
  body: z.strictObject({ associationId: Uuid }),
  success: 201,
  response: z.array(Participant),
});

/** Where goods stand, in kilograms: the five shares of what is needed. They never overlap. */
export const CoverageKg = z.strictObject({
  neededKg: z.number(),
  deliveredKg: z.number(),
  aboardKg: z.number(),
  onHandKg: z.number(),
  pledgedKg: z.number(),
  gapKg: z.number(),
});
export type CoverageKg = z.infer<typeof CoverageKg>;

/** The key figures of the campaign screen and of the live map. */
export const CampaignSummary = z.strictObject({
  coverage: CoverageKg,
  /** Convoys by stage: every state of the convoy lifecycle, zero included. */
  convoyCounts: z.record(z.string(), z.int()),
  associationCount: z.int(),
  destinationCount: z.int(),
  /** Needs with a gap that fall due within 48 hours. */
  dueSoonCount: z.int(),
  /** Pledges that await a decision. */
  offeredCount: z.int(),
  damagedKg: z.number(),
  missingKg: z.number(),
  asOf: Instant,
});
export type CampaignSummary = z.infer<typeof CampaignSummary>;

export const readCampaignSummary = endpoint({
  method: 'get',
  path: '/api/v1/campaigns/:campaignId/summary',
  summary: 'Coverage by weight and the other key figures',
  access: 'campaign:read',
  params: CampaignParams,
  response: CampaignSummary,
});

/** One thing that happened: who, when, from, to, why. `action` is a noun and a past tense, `pledge.accepted`. */
export const Activity = z.strictObject({
  id: z.int(),
  at: Instant,
  actorName: z.string().nullable(),
  action: z.string(),
  subjectType: z.string(),
  subjectId: Uuid.nullable(),
  /** The code people know the subject by: PL-0012, QF-2026-003. */
  subjectCode: z.string().nullable(),
  fromState: z.string().nullable(),
  toState: z.string().nullable(),
  reason: z.string().nullable(),
});
export type Activity = z.infer<typeof Activity>;

export const listActivity = endpoint({
  method: 'get',
  path: '/api/v1/campaigns/:campaignId/activity',
  summary: 'What happened in the campaign, newest first',
  access: 'activity:read',
  params: CampaignParams,
  query: PageQuery,
  response: pageOf(Activity),
});
