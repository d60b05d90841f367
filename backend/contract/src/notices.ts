import { z } from 'zod';
import { Sector } from './aid.ts';
import { endpoint } from './endpoint.ts';
import { LIMITS } from './limits.ts';
import { Instant, NamedRef, PageQuery, pageOf, plainText, Reason, Uuid } from './primitives.ts';
import { GovernorateCode } from './reference.ts';

export const NoticePriority = z.enum(['urgent', 'normal']);
export type NoticePriority = z.infer<typeof NoticePriority>;

/** Who speaks: the directorate, an association, or the server, when something is due or was decided. */
export const NoticeOrigin = z.enum(['directorate', 'association', 'system']);
export type NoticeOrigin = z.infer<typeof NoticeOrigin>;

/** What the server itself tells an association; the words are the screens’. */
export const SystemNoticeKind = z.enum([
  'standing_decided',
  'obligation_reminder',
  'obligation_overdue',
  'obligation_returned',
  'obligation_accepted',
  'visit_planned',
  'visit_cancelled',
  'finding_due',
  'finding_overdue',
  'referral_received',
  'referral_due',
  'project_decided',
]);
export type SystemNoticeKind = z.infer<typeof SystemNoticeKind>;

/**
 * What the sentence of a kind says: codes, numbers, names of types, and days; never anything about a person. `nameAr`
 * and `nameEn` are read as `name` in the reader’s language; what ends in `On` is a calendar day, `month` a month, `kind` with
 * `cadence` an offer of aid.
 */
export const NoticeValues = z.record(z.string(), z.union([z.string().max(LIMITS.nameMax), z.number()]));
export type NoticeValues = z.infer<typeof NoticeValues>;

const distinct = <Item extends z.ZodType>(item: Item, max: number) =>
  z
    .array(item)
    .min(1)
    .max(max)
    .refine((list) => new Set(list).size === list.length, { params: { code: 'duplicate_lines' } });

/** Whom a notice is for. Who that is, is settled when it is sent; associations write to the directorate alone. */
export const NoticeAudience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('sectors'), sectors: distinct(Sector, Sector.options.length) }),
  z.strictObject({ kind: z.literal('governorates'), governorateCodes: distinct(GovernorateCode, 14) }),
  z.strictObject({ kind: z.literal('one'), associationId: Uuid }),
  z.strictObject({ kind: z.literal('directorate') }),
]);
export type NoticeAudience = z.infer<typeof NoticeAudience>;

export const NoticeTitle = plainText(LIMITS.noticeTitleMax).transform((text) => text.replace(/\s+/g, ' '));
const NoticeBody = plainText(LIMITS.noticeBodyMax);

/** Something that one person did at a time. */
export const NoticeDeed = z.strictObject({ at: Instant, byName: z.string() });

/** A notice in a list. */
export const NoticeSummary = z.strictObject({
  id: Uuid,
  origin: NoticeOrigin,
  priority: NoticePriority,
  /** Set for what the server tells; its titles are empty. */
  system: z.strictObject({ kind: SystemNoticeKind, values: NoticeValues }).nullable(),
  titleAr: z.string(),
  /** Empty where it was written in Arabic alone. */
  titleEn: z.string(),
  audience: NoticeAudience,
  /** The one association it is with, where it is one. */
  association: NamedRef.nullable(),
  sentAt: Instant,
  /** Null for the server. */
  sentByName: z.string().nullable(),
  validUntil: Instant.nullable(),
  withdrawn: NoticeDeed.extend({ reason: z.string() }).nullable(),
  /** The last word in it, of whoever. */
  lastAt: Instant,
  /** Something in it came from the other side since this person last opened it. */
  isUnread: z.boolean(),
  /** Of the one it is with, where it is one. */
  acknowledged: NoticeDeed.nullable(),
  /** How it stands with all it was sent to; null to associations. */
  progress: z.strictObject({ reached: z.int(), acknowledged: z.int(), alarms: z.int() }).nullable(),
});
export type NoticeSummary = z.infer<typeof NoticeSummary>;

/**
 * Why an e-mail was given up: the server could not be reached, spoke no TLS, did not know us, would not take it for this
 * person, or anything else.
 */
export const MailFailure = z.enum(['unreachable', 'insecure', 'not_authorized', 'refused', 'failed']);
export type MailFailure = z.infer<typeof MailFailure>;

/** How its e-mails went. */
export const MailCounts = z.strictObject({
  queued: z.int(),
  sent: z.int(),
  failed: z.int(),
  /** Of those that failed, the last one’s. */
  failure: MailFailure.nullable(),
});
export type MailCounts = z.infer<typeof MailCounts>;

export const Notice = NoticeSummary.extend({
  bodyAr: z.string(),
  bodyEn: z.string(),
  /** The notice that this one corrects, and the one that corrects this. */
  corrects: Uuid.nullable(),
  correctedBy: Uuid.nullable(),
  /** Null to associations, and where none were to be sent. */
  mail: MailCounts.nullable(),
});
export type Notice = z.infer<typeof Notice>;

const NoticeParams = z.strictObject({ noticeId: Uuid });

/** `reminders`: what the server told; an association has those among what it received. */
export const NoticeBox = z.enum(['all', 'inbox', 'sent', 'reminders']);
export type NoticeBox = z.infer<typeof NoticeBox>;

export const listNotices = endpoint({
  method: 'get',
  path: '/api/v1/notices',
  summary: 'Notices, the latest word first; an association sees those it received or wrote',
  access: 'notice:read',
  query: PageQuery.extend({
    box: NoticeBox.default('all'),
    priority: NoticePriority.optional(),
    /** `unacknowledged`: by the association it is with, or, over all, by some. */
    state: z.enum(['any', 'unread', 'unacknowledged']).default('any'),
    associationId: Uuid.optional(),
  }),
  response: pageOf(NoticeSummary),
});

/** What the bell shows to the one who asks. */
export const NoticeBadge = z.strictObject({
  /** Notices of the last `LIMITS.noticeCallDays` with something unread. */
  unread: z.int(),
  /** Urgent ones that wait for this side’s acknowledgement. */
  urgent: z.int(),
  /** Recipients who let an urgent notice lie; always 0 to associations. */
  alarms: z.int(),
  /** When the last word came from the other side: what is later than that is news. */
  latestAt: Instant.nullable(),
});
export type NoticeBadge = z.infer<typeof NoticeBadge>;

export const readNoticeBadge = endpoint({
  method: 'get',
  path: '/api/v1/notices/badge',
  summary: 'How much waits to be read and acknowledged',
  access: 'notice:read',
  response: NoticeBadge,
});

export const readNoticeReach = endpoint({
  method: 'post',
  path: '/api/v1/notices/reach',
  summary: 'How many associations an audience is now; nothing is sent',
  access: 'notice:oversee',
  idempotent: false,
  body: z.strictObject({ audience: NoticeAudience }),
  response: z.strictObject({ associations: z.int() }),
});

export const sendNotice = endpoint({
  method: 'post',
  path: '/api/v1/notices',
  summary: 'Send a notice; what is sent is not altered, it can be withdrawn or corrected by another',
  access: 'notice:send',
  body: z
    .strictObject({
      audience: NoticeAudience,
      priority: NoticePriority,
      titleAr: NoticeTitle,
      titleEn: NoticeTitle.or(z.literal('')).default(''),
      bodyAr: NoticeBody,
      bodyEn: NoticeBody.or(z.literal('')).default(''),
      validUntil: Instant.nullable().default(null),
      corrects: Uuid.nullable().default(null),
    })
    .refine((it) => it.bodyEn === '' || it.titleEn !== '', {
      path: ['titleEn'],
      params: { code: 'required' },
    }),
  success: 201,
  response: Notice,
});

export const readNotice = endpoint({
  method: 'get',
  path: '/api/v1/notices/:noticeId',
  summary: 'One notice',
  access: 'notice:read',
  params: NoticeParams,
  response: Notice,
});

export const openNotice = endpoint({
  method: 'post',
  path: '/api/v1/notices/:noticeId/openings',
  summary: 'Say that I have it before me: it is read by me, and by my side from the first time on',
  access: 'notice:read',
  idempotent: false,
  params: NoticeParams,
});

export const withdrawNotice = endpoint({
  method: 'post',
  path: '/api/v1/notices/:noticeId/withdrawal',
  summary: 'Withdraw a notice with a reason; it stays to be seen, marked',
  access: 'notice:send',
  params: NoticeParams,
  body: z.strictObject({ reason: Reason }),
  response: Notice,
});
