import type {
  MailCounts,
  NamedRef,
  Notice,
  NoticeSummary,
  NoticeValues,
  SystemNoticeKind,
} from '@qafila/contract';

type Deed = { at: Date; byName: string };

export type SummaryRow = Pick<
  NoticeSummary,
  'id' | 'origin' | 'priority' | 'titleAr' | 'titleEn' | 'audience' | 'sentByName' | 'isUnread'
> & {
  systemKind: SystemNoticeKind | null;
  systemValues: NoticeValues | null;
  association: NamedRef | null;
  sentAt: Date;
  lastAt: Date;
  validUntil: Date | null;
  withdrawnAt: Date | null;
  withdrawnByName: string;
  withdrawnReason: string;
  acknowledgedAt: Date | null;
  acknowledgedByName: string;
  reached: number;
  acknowledgedCount: number;
  alarmCount: number;
};

export type NoticeRow = SummaryRow &
  Pick<Notice, 'bodyAr' | 'bodyEn' | 'corrects' | 'correctedBy'> & { mail: MailCounts | null };

/** Of a notice `n`, with the thread `t` of the association `a` it is looked at with, if that is one. */
export const SUMMARY_COLUMNS = `
  n.id, n.origin, n.priority, n.system_kind AS "systemKind", n.system_values AS "systemValues",
  n.title_ar AS "titleAr", n.title_en AS "titleEn", n.audience, n.sent_at AS "sentAt", su.name AS "sentByName",
  n.valid_until AS "validUntil", n.withdrawn_at AS "withdrawnAt", coalesce(wu.name, '') AS "withdrawnByName",
  coalesce(n.withdrawn_reason, '') AS "withdrawnReason",
  CASE WHEN a.id IS NOT NULL
       THEN jsonb_build_object('id', a.id, 'nameAr', a.name_ar, 'nameEn', a.name_en) END AS association,
  t.acknowledged_at AS "acknowledgedAt", coalesce(au.name, '') AS "acknowledgedByName", n.reached,
  n.reached - (SELECT count(*) FROM notice_threads x
               WHERE x.notice_id = n.id AND x.acknowledged_at IS NULL) AS "acknowledgedCount",
  CASE WHEN n.withdrawn_at IS NULL
       THEN (SELECT count(*) FROM notice_threads x
             WHERE x.notice_id = n.id AND x.escalated_at IS NOT NULL AND x.acknowledged_at IS NULL
               AND x.alarm_closed_at IS NULL) ELSE 0 END AS "alarmCount"`;

/** How the e-mails of some threads went: what `condition` says of `m`, the outbox. */
export function mailSql(condition: string): string {
  return `(SELECT CASE WHEN count(*) > 0 THEN jsonb_build_object(
      'queued', count(*) FILTER (WHERE m.status = 'queued'),
      'sent', count(*) FILTER (WHERE m.status = 'sent'),
      'failed', count(*) FILTER (WHERE m.status = 'failed'),
      'failure', (array_agg(m.failure ORDER BY m.ended_at DESC) FILTER (WHERE m.status = 'failed'))[1]) END
    FROM mail_outbox m WHERE ${condition})`;
}

export const NOTICE_COLUMNS = `
  n.body_ar AS "bodyAr", n.body_en AS "bodyEn", n.corrects,
  (SELECT c.id FROM notices c WHERE c.corrects = n.id) AS "correctedBy",
  ${mailSql('m.notice_id = n.id')} AS mail`;

export function toSummary(row: SummaryRow, isDirectorate: boolean): NoticeSummary {
  return {
    id: row.id,
    origin: row.origin,
    priority: row.priority,
    system: row.systemKind && row.systemValues ? { kind: row.systemKind, values: row.systemValues } : null,
    titleAr: row.titleAr,
    titleEn: row.titleEn,
    audience: row.audience,
    association: row.association,
    sentAt: row.sentAt.toISOString(),
    sentByName: row.sentByName,
    validUntil: row.validUntil?.toISOString() ?? null,
    withdrawn: row.withdrawnAt && {
      ...toDeed({ at: row.withdrawnAt, byName: row.withdrawnByName }),
      reason: row.withdrawnReason,
    },
    lastAt: row.lastAt.toISOString(),
    isUnread: row.isUnread,
    acknowledged: row.acknowledgedAt && toDeed({ at: row.acknowledgedAt, byName: row.acknowledgedByName }),
    progress: isDirectorate
      ? { reached: row.reached, acknowledged: row.acknowledgedCount, alarms: row.alarmCount }
      : null,
  };
}

export function toNotice(row: NoticeRow, isDirectorate: boolean): Notice {
  const { bodyAr, bodyEn, corrects, correctedBy } = row;
  return {
    ...toSummary(row, isDirectorate),
    bodyAr,
    bodyEn,
    corrects,
    correctedBy,
    mail: isDirectorate ? row.mail : null,
  };
}

export function toDeed({ at, byName }: Deed): { at: string; byName: string } {
  return { at: at.toISOString(), byName };
}
