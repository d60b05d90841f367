import type { VisitPhoto, VisitResult, VisitState, VisitStep, VisitSummary } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { namedRefSql } from '../reference/index.ts';
import type { After } from './cursor.ts';
import { PLACE_SQL } from './place.ts';

export type SummaryRow = Omit<VisitSummary, 'plannedFor' | 'startedAt' | 'finishedAt'> & {
  plannedFor: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
};

const SUMMARY = `
  SELECT v.id, v.code, ${namedRefSql('a')} AS association, v.status, v.planned_for AS "plannedFor", v.purpose,
         v.is_announced AS "isAnnounced", ${PLACE_SQL} AS place, v.started_at AS "startedAt",
         v.finished_at AS "finishedAt", v.result, v.version,
         (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) ORDER BY u.name, u.id), '[]')
          FROM visit_visitors w JOIN users u ON u.id = w.user_id WHERE w.visit_id = v.id) AS visitors,
         (SELECT count(*) FROM findings f WHERE f.visit_id = v.id) AS "findingCount",
         (SELECT count(*) FROM findings f WHERE f.visit_id = v.id AND f.status <> 'closed') AS "pendingCount"`;
const FROM = `
  FROM visits v JOIN associations a ON a.id = v.association_id JOIN governorates g ON g.code = a.governorate_code`;
/** An association learns of a visit when it is told, or when it has been made. */
const VISIBLE = `(:only::uuid IS NULL
  OR (v.association_id = :only AND (v.is_announced OR v.status = 'finished')))`;

const LISTS = {
  upcoming: {
    only: `v.status IN ('planned', 'in_progress')`,
    key: 'v.planned_for',
    order: 'ASC',
    after: '>',
  },
  finished: { only: `v.status = 'finished'`, key: 'v.finished_at', order: 'DESC', after: '<' },
  cancelled: { only: `v.status = 'cancelled'`, key: 'v.planned_for', order: 'DESC', after: '<' },
} as const satisfies Record<VisitState, { only: string; key: string; order: string; after: string }>;

export type VisitFilter = {
  state: VisitState;
  only: string | null;
  associationId: string | null;
  visitorId: string | null;
  result: VisitResult | null;
  governorateCode: string | null;
  after: After | null;
  limit: number;
};

export async function selectVisits(db: Db, { state, after, ...filter }: VisitFilter): Promise<SummaryRow[]> {
  const list = LISTS[state];
  const { rows } = await db.raw<{ rows: SummaryRow[] }>(
    `${SUMMARY} ${FROM}
     WHERE ${list.only} AND ${VISIBLE}
       AND (:associationId::uuid IS NULL OR v.association_id = :associationId)
       AND (:governorateCode::text IS NULL OR a.governorate_code = :governorateCode)
       AND (:result::text IS NULL OR v.result = :result)
       AND (:visitorId::uuid IS NULL OR EXISTS (
         SELECT 1 FROM visit_visitors w WHERE w.visit_id = v.id AND w.user_id = :visitorId))
       AND (:key::timestamptz IS NULL OR (${list.key}, v.id) ${list.after} (:key, CAST(:id AS uuid)))
     ORDER BY ${list.key} ${list.order}, v.id ${list.order}
     LIMIT :limit`,
    { ...filter, key: after?.key ?? null, id: after?.id ?? null },
  );
  return rows;
}

type WholeRow = SummaryRow & {
  associationId: string;
  template: { id: string; version: number; nameAr: string; nameEn: string };
  sections: unknown;
  contactName: string;
  contactPhone: string;
};

/** Those of the visits that the asker may see, the next one first. */
export async function selectWholeVisits(
  db: Db,
  ids: readonly string[],
  only: string | null,
): Promise<WholeRow[]> {
  const { rows } = await db.raw<{ rows: WholeRow[] }>(
    `${SUMMARY}, v.association_id AS "associationId", n.sections, a.contact_name AS "contactName",
            a.contact_phone AS "contactPhone",
            json_build_object('id', n.template_id, 'version', n.version, 'nameAr', n.name_ar, 'nameEn', n.name_en)
              AS template
     ${FROM}
     JOIN visit_template_versions n ON n.template_id = v.template_id AND n.version = v.template_version
     WHERE v.id = ANY(CAST(:ids AS uuid[])) AND ${VISIBLE}
     ORDER BY v.planned_for, v.id`,
    { ids, only },
  );
  return rows;
}

/** Planned or under way, with that visitor. */
export async function idsOfAssigned(db: Db, visitorId: string, limit: number): Promise<string[]> {
  const rows: { id: string }[] = await db('visits')
    .whereIn('status', ['planned', 'in_progress'])
    .whereIn('id', db('visit_visitors').where({ user_id: visitorId }).select('visit_id'))
    .orderBy(['planned_for', 'id'])
    .limit(limit)
    .select('id');
  return rows.map(({ id }) => id);
}

export type PhotoRow = Omit<VisitPhoto, 'at'> & { visitId: string; at: Date };

export async function selectPhotos(db: Db, visitIds: readonly string[]): Promise<PhotoRow[]> {
  const { rows } = await db.raw<{ rows: PhotoRow[] }>(
    `SELECT p.visit_id AS "visitId", p.id, p.question_id AS "questionId", p.at, u.name AS "byName",
            json_build_object('id', d.id, 'name', d.name, 'mediaType', d.media_type,
                              'byteLength', octet_length(d.bytes)) AS document
     FROM visit_photos p JOIN documents d ON d.id = p.document_id JOIN users u ON u.id = p.author_id
     WHERE p.visit_id = ANY(CAST(:visitIds AS uuid[]))
     ORDER BY p.at, p.id`,
    { visitIds },
  );
  return rows;
}

export type StepRow = Omit<VisitStep, 'at'> & { visitId: string; at: Date };

export async function selectVisitSteps(db: Db, visitIds: readonly string[]): Promise<StepRow[]> {
  const { rows } = await db.raw<{ rows: StepRow[] }>(
    `SELECT s.visit_id AS "visitId", s.at, u.name AS "byName", s.command, s.note
     FROM visit_steps s JOIN users u ON u.id = s.actor_id
     WHERE s.visit_id = ANY(CAST(:visitIds AS uuid[])) ORDER BY s.id`,
    { visitIds },
  );
  return rows;
}
