import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { LIMITS } from './limits.ts';
import { MailCounts, NoticeDeed, NoticeSummary } from './notices.ts';
import { Instant, NamedRef, PageQuery, pageOf, plainText, Reason, Uuid } from './primitives.ts';

/** Which side of a thread: the directorate, or the association. */
export const NoticeSide = z.enum(['directorate', 'association']);
export type NoticeSide = z.infer<typeof NoticeSide>;

/**
 * A notice between the directorate and one association: who opened and acknowledged it on the side it was sent to, and
 * whether it became an alarm. Nobody else sees it.
 */
export const NoticeThread = z.strictObject({
  noticeId: Uuid,
  association: NamedRef,
  /** Whom to call; null to associations. */
  contact: z.strictObject({ name: z.string(), phone: z.string() }).nullable(),
  firstOpened: NoticeDeed.nullable(),
  acknowledged: NoticeDeed.nullable(),
  /** When an urgent notice had lain unacknowledged for too long. */
  escalatedAt: Instant.nullable(),
  alarmClosed: NoticeDeed.extend({ reason: z.string() }).nullable(),
  /** Escalated, and neither acknowledged, closed nor withdrawn. */
  isAlarm: z.boolean(),
  replyCount: z.int(),
  /** Null to associations, and where none were to be sent. */
  mail: MailCounts.nullable(),
});
export type NoticeThread = z.infer<typeof NoticeThread>;

export const NoticeReply = z.strictObject({
  id: Uuid,
  side: NoticeSide,
  byName: z.string(),
  at: Instant,
  body: z.string(),
});
export type NoticeReply = z.infer<typeof NoticeReply>;

const ThreadParams = z.strictObject({ noticeId: Uuid, associationId: Uuid });
const ThreadPath = '/api/v1/notices/:noticeId/threads/:associationId';

export const listNoticeThreads = endpoint({
  method: 'get',
  path: '/api/v1/notices/:noticeId/threads',
  summary: 'Everyone a notice was sent to, by name; an association sees itself alone',
  access: 'notice:read',
  params: z.strictObject({ noticeId: Uuid }),
  query: PageQuery.extend({
    state: z.enum(['any', 'unacknowledged', 'acknowledged', 'alarm', 'replied']).default('any'),
  }),
  response: pageOf(NoticeThread),
});

export const readNoticeThread = endpoint({
  method: 'get',
  path: ThreadPath,
  summary: 'A notice between the directorate and one association, with what was replied',
  access: 'notice:read',
  params: ThreadParams,
  response: z.strictObject({ thread: NoticeThread, replies: z.array(NoticeReply) }),
});

export const acknowledgeNotice = endpoint({
  method: 'post',
  path: `${ThreadPath}/acknowledgement`,
  summary: 'Take note of it in my name, for the side it was sent to; once, whoever is first',
  access: 'notice:acknowledge',
  params: ThreadParams,
  response: NoticeThread,
});

export const replyToNotice = endpoint({
  method: 'post',
  path: `${ThreadPath}/replies`,
  summary: 'Reply within a notice; only the directorate and that association see it',
  access: 'notice:send',
  params: ThreadParams,
  body: z.strictObject({ body: plainText(LIMITS.noteMax) }),
  success: 201,
  response: NoticeReply,
});

export const closeNoticeAlarm = endpoint({
  method: 'post',
  path: `${ThreadPath}/alarm-closing`,
  summary: 'End an alarm in my name, with the reason: reached by telephone, settled otherwise',
  access: 'notice:oversee',
  params: ThreadParams,
  body: z.strictObject({ reason: Reason }),
  response: NoticeThread,
});

export const NoticeAlarm = z.strictObject({
  thread: NoticeThread,
  notice: NoticeSummary.pick({
    id: true,
    origin: true,
    system: true,
    titleAr: true,
    titleEn: true,
    sentAt: true,
  }),
});
export type NoticeAlarm = z.infer<typeof NoticeAlarm>;

export const listNoticeAlarms = endpoint({
  method: 'get',
  path: '/api/v1/notices/alarms',
  summary: 'Urgent notices that nobody has acknowledged in time, with whom to call; oldest first',
  access: 'notice:oversee',
  query: PageQuery,
  response: pageOf(NoticeAlarm),
});
