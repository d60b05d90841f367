import {
  acceptInvitation,
  acknowledgeNotice,
  closeNoticeAlarm,
  invite,
  LIMITS,
  listNoticeAlarms,
  openNotice,
  replyToNotice,
  sendNotice,
  withdrawNotice,
} from '@qafila/contract';
import { escalateNotices } from '../../features/notices/index.ts';
import type { Client } from '../client.ts';
import type { Event } from '../pledging.ts';
import { idOf } from '../setting.ts';
import { ASSOCIATIONS, type AssociationKey, DEMO_PASSWORD, PEOPLE } from '../world.ts';
import type { Chapter, StandingTold } from './chapter.ts';
import { NOTICES, type NoticeRow } from './notices-table.ts';

/** Before the first notice, and after the register was entered. */
const INVITED_HOURS_AGO = 151 * 24;
/** Between one acknowledgement and the next. */
const NEXT_AFTER_H = 0.15;
/** Soon after an urgent notice has waited for too long. */
const ESCALATED_AFTER_H = LIMITS.urgentAckMin / 60 + 0.02;

const OFFICIAL = 'official@demo.qafila';

/** What the directorate and the associations wrote to each other; some of it waits at this very hour. */
export const noticesChapter: Chapter = (told) => {
  const sent = new Map<NoticeRow, string>();
  return [
    { atHours: -INVITED_HOURS_AGO, happen: () => inviteOthers(told) },
    ...NOTICES.flatMap((row, index) => eventsOf(told, row, NOTICES[index - 1], sent)),
  ];
};

/** Associations of the campaigns whose people have no account yet get one each. */
async function inviteOthers(told: StandingTold): Promise<void> {
  const official = await told.as(OFFICIAL);
  const known: readonly string[] = PEOPLE.flatMap(({ of }) => of ?? []);
  for (const [key, { contact }] of Object.entries(ASSOCIATIONS)) {
    if (known.includes(key)) continue;
    const { token } = await official(invite, {
      body: { email: emailOf(key), name: contact, role: 'association', associationId: idOf(told.ids, key) },
    });
    await told.visitor()(acceptInvitation, { body: { token, name: contact, password: DEMO_PASSWORD } });
  }
}

function emailOf(key: string): string {
  return PEOPLE.find(({ of }) => of === key)?.email ?? `${key}@demo.qafila`;
}

function eventsOf(
  told: StandingTold,
  row: NoticeRow,
  before: NoticeRow | undefined,
  sent: Map<NoticeRow, string>,
): Event[] {
  const at = (afterHours: number, happen: (noticeId: string) => Promise<unknown>): Event => ({
    atHours: afterHours - row.hoursAgo,
    happen: async () => void (await happen(sent.get(row) ?? '')),
  });
  const { replies = [], withdrawn, alarmsClosed } = row;
  return [
    at(0, async () => {
      const corrects = row.isCorrection && before ? (sent.get(before) ?? null) : null;
      sent.set(row, await send(told, row, corrects));
    }),
    ...row.acknowledgedBy.map((who, turn) =>
      at(row.firstAfterHours + turn * NEXT_AFTER_H, (noticeId) => acknowledge(told, row, who, noticeId)),
    ),
    ...replies.map(({ by, afterHours, body }) =>
      at(afterHours, async (noticeId) => {
        const other = replies.find((it) => it.by !== 'directorate')?.by ?? by;
        const params = { noticeId, associationId: idOf(told.ids, row.by ?? other) };
        await (await as(told, by))(replyToNotice, { params, body: { body } });
      }),
    ),
    ...(withdrawn
      ? [
          at(withdrawn.afterHours, async (noticeId) =>
            (await told.as(OFFICIAL))(withdrawNotice, {
              params: { noticeId },
              body: { reason: withdrawn.reason },
            }),
          ),
        ]
      : []),
    ...(row.priority === 'urgent' && row.hoursAgo > ESCALATED_AFTER_H
      ? [at(ESCALATED_AFTER_H, () => escalateNotices(told.system, LIMITS.urgentAckMin))]
      : []),
    ...(alarmsClosed
      ? [at(alarmsClosed.afterHours, (noticeId) => closeAlarms(told, noticeId, alarmsClosed.reason))]
      : []),
  ];
}

async function as(told: StandingTold, who: AssociationKey | 'directorate'): Promise<Client> {
  return await told.as(who === 'directorate' ? OFFICIAL : emailOf(who));
}

async function send(told: StandingTold, row: NoticeRow, corrects: string | null): Promise<string> {
  const { audience, priority = 'normal', titleAr, titleEn = '', bodyAr, bodyEn = '', validHours } = row;
  const writer = await as(told, row.by ?? 'directorate');
  const { id } = await writer(sendNotice, {
    body: {
      audience:
        'association' in audience
          ? { kind: 'one', associationId: idOf(told.ids, audience.association) }
          : audience,
      ...{ priority, titleAr, titleEn, bodyAr, bodyEn, corrects },
      validUntil: validHours === undefined ? null : told.clock.at(validHours - row.hoursAgo).toISOString(),
    },
  });
  return id;
}

async function acknowledge(
  told: StandingTold,
  row: NoticeRow,
  who: AssociationKey | 'directorate',
  noticeId: string,
): Promise<void> {
  const client = await as(told, who);
  await client(openNotice, { params: { noticeId } });
  const associationId = idOf(told.ids, who === 'directorate' ? (row.by ?? '') : who);
  await client(acknowledgeNotice, { params: { noticeId, associationId } });
}

async function closeAlarms(told: StandingTold, noticeId: string, reason: string): Promise<void> {
  const official = await told.as(OFFICIAL);
  const { items } = await official(listNoticeAlarms, { query: { limit: LIMITS.pageSizeMax } });
  for (const { thread } of items.filter(({ notice }) => notice.id === noticeId)) {
    const params = { noticeId, associationId: thread.association.id };
    await official(closeNoticeAlarm, { params, body: { reason } });
  }
}
