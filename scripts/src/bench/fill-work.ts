import type { Db } from '@qafila/db';

const ASSOCIATIONS = 1_000;
const YEARS = 10;
const REFERRALS = 50_000;
const VISITS = 5_000;
const PROJECT_MONTHS = 18;
const NOTICES = 2_000;

/** Ten years of a whole country's standing work, beside what is there: plainly made, and as it is spread in life. */
export async function fillWork(db: Db): Promise<void> {
  for (const statement of STATEMENTS) await db.raw(statement);
  await db.raw('VACUUM ANALYZE');
}

const OFFICIAL = `(SELECT id FROM users WHERE email = 'official@demo.qafila')`;
/** Those that were made here, numbered from 0. */
const MADE = `(SELECT id, (declaration_number - 100000) AS n FROM associations WHERE declaration_number >= 100000)`;
const GOVERNORATE = (n: string) => `'SY' || lpad((1 + ${n} % 14)::text, 2, '0')`;
/** Spread over the last so many days, the same in every run. */
const AGO = (n: string, days: number) => `now() - ((${n} * 7919) % ${days}) * interval '1 day'`;

const STATEMENTS = [
  `INSERT INTO associations (id, kind, name_ar, name_en, status, declaration_number, declared_on, governorate_code,
                             seat_lat, seat_lng)
   SELECT gen_random_uuid(), CASE n % 3 WHEN 0 THEN 'foundation' ELSE 'association' END, 'جمعية القياس ' || n,
          'Measured Association ' || n, CASE n % 50 WHEN 0 THEN 'suspended' ELSE 'declared' END, 100000 + n,
          date '2008-01-01' + (n * 31) % 3600, ${GOVERNORATE('n')}, 33 + n % 30 / 10.0, 36 + n % 40 / 10.0
   FROM generate_series(0, ${ASSOCIATIONS - 1}) AS n`,
  `INSERT INTO association_sectors SELECT id, (ARRAY['relief', 'health', 'education', 'families'])[1 + n % 4] FROM ${MADE} a`,
  `INSERT INTO association_governorates SELECT id, ${GOVERNORATE('n')} FROM ${MADE} a`,
  `INSERT INTO association_aid
   SELECT id, (ARRAY['medical', 'in_kind', 'cash'])[1 + n % 3], (ARRAY['monthly', 'emergency'])[1 + n % 2] FROM ${MADE} a`,
  `INSERT INTO obligations (id, association_id, type_id, period, due_on, overdue_from, state, opened_at, submitted_at)
   SELECT gen_random_uuid(), a.id, t.id, year::text, due, due + 15,
          CASE WHEN year < extract(year FROM now()) - 1 THEN 'accepted'
               WHEN a.n % 25 = 0 THEN 'due' WHEN a.n % 25 = 1 THEN 'submitted' ELSE 'accepted' END,
          due - interval '120 days',
          CASE WHEN year >= extract(year FROM now()) - 1 AND a.n % 25 = 0 THEN NULL ELSE due - interval '3 days' END
   FROM ${MADE} a, obligation_types t, generate_series(extract(year FROM now())::int - ${YEARS}, extract(year FROM now())::int - 1) AS year,
        LATERAL (SELECT make_date(year + 1, 1 + a.n % 6, 1 + a.n % 28) AS due) AS days
   WHERE t.key IN ('annual_report', 'annual_accounts', 'assembly_minutes', 'board_renewal', 'licence')
   ON CONFLICT DO NOTHING`,
  `INSERT INTO referrals (id, code, caseworker_id, kind, cadence, priority, governorate_code, household_size, basis,
                          is_repeated, association_id, status, outcome, opened_at, opened_month, referred_at,
                          accepted_at, changed_at, ended_at, erased_at)
   SELECT gen_random_uuid(), 'RF-B-' || n, ${OFFICIAL}, (ARRAY['medical', 'in_kind', 'cash'])[1 + n % 3],
          (ARRAY['monthly', 'emergency'])[1 + n % 2], 1 + n % 3, ${GOVERNORATE('n')}, 1 + n % 9, 'vital_interest', false,
          a.id, CASE WHEN n % 20 = 0 THEN 'in_progress' WHEN n % 50 = 1 THEN 'referred' ELSE 'closed' END,
          CASE WHEN n % 20 = 0 OR n % 50 = 1 THEN NULL ELSE (ARRAY['helped', 'helped', 'not_entitled', 'unreachable'])[1 + n % 4] END,
          at, date_trunc('month', at), at + interval '1 day',
          CASE WHEN n % 50 = 1 THEN NULL ELSE at + interval '3 days' END, at + interval '20 days',
          CASE WHEN n % 20 = 0 OR n % 50 = 1 THEN NULL ELSE at + interval '20 days' END,
          CASE WHEN n % 20 = 0 OR n % 50 = 1 OR at > now() - interval '1 year' THEN NULL ELSE at + interval '1 year' END
   FROM generate_series(0, ${REFERRALS - 1}) AS n, LATERAL (SELECT ${AGO('n', 1825)} AS at) AS times,
        LATERAL (SELECT id FROM ${MADE} m WHERE m.n = n.n % ${ASSOCIATIONS}) AS a`,
  `INSERT INTO referral_dues (referral_id, month, association_id, status)
   SELECT r.id, date_trunc('month', now())::date, r.association_id, 'due'
   FROM referrals r WHERE r.code LIKE 'RF-B-%' AND r.cadence = 'monthly' AND r.status = 'in_progress'`,
  `INSERT INTO visits (id, code, association_id, template_id, template_version, status, planned_for, purpose,
                       is_announced, started_at, finished_at, result, created_by, created_at)
   SELECT gen_random_uuid(), 'FV-B-' || n, a.id, v.template_id, v.version, 'finished', at, 'متابعة دورية', false, at,
          at + interval '2 hours', (ARRAY['clear', 'clear', 'minor', 'major'])[1 + n % 4], ${OFFICIAL}, at
   FROM generate_series(0, ${VISITS - 1}) AS n, LATERAL (SELECT ${AGO('n', 1825)} AS at) AS times,
        LATERAL (SELECT id FROM ${MADE} m WHERE m.n = n.n % ${ASSOCIATIONS}) AS a,
        (SELECT template_id, version FROM visit_template_versions LIMIT 1) AS v`,
  `INSERT INTO findings (id, visit_id, association_id, severity, text, due_on, status, raised_at, closed_at)
   SELECT gen_random_uuid(), id, association_id, result, 'ملاحظة', finished_at::date + 30,
          CASE WHEN row_number() OVER () % 20 = 0 THEN 'open' ELSE 'closed' END, finished_at,
          CASE WHEN row_number() OVER () % 20 = 0 THEN NULL ELSE finished_at + interval '20 days' END
   FROM visits WHERE code LIKE 'FV-B-%' AND result <> 'clear'`,
  `INSERT INTO projects (id, code, association_id, kind, sector, name_ar, name_en, governorate_code, budget_syp,
                         planned_start, planned_monthly_income_syp, planned_monthly_cost_syp, planned_jobs,
                         planned_families, status, started_on, version, created_at)
   SELECT gen_random_uuid(), 'PR-B-' || n, id, 'micro', 'food', 'مشروع ' || n, 'Project ' || n, ${GOVERNORATE('n')},
          10000000, date '2024-01-01', 900000, 500000, 3, 3, 'running', date_trunc('month', now())::date - 560, 1,
          now() - interval '2 years'
   FROM ${MADE} a`,
  `INSERT INTO project_funding SELECT id, 'grant', budget_syp FROM projects WHERE code LIKE 'PR-B-%'`,
  `INSERT INTO project_months (project_id, month, income_syp, cost_syp, jobs, families, recorded_at, recorded_by)
   SELECT p.id, (date_trunc('month', now()) - m * interval '1 month')::date, 800000 + m * 1000, 500000, 3, 3, now(), ${OFFICIAL}
   FROM projects p, generate_series(1, ${PROJECT_MONTHS}) AS m WHERE p.code LIKE 'PR-B-%'`,
  `WITH made AS (
     INSERT INTO notices (id, origin, sent_by, priority, title_ar, title_en, body_ar, body_en, audience, reached, sent_at, last_at)
     SELECT gen_random_uuid(), 'directorate', ${OFFICIAL}, 'normal', 'تعميم ' || n, '', 'نص', '', '{"kind":"all"}', 10, at, at
     FROM generate_series(0, ${NOTICES - 1}) AS n, LATERAL (SELECT ${AGO('n', 1825)} AS at) AS times
     RETURNING id, sent_at
   )
   INSERT INTO notice_threads (notice_id, association_id, last_at, last_from_directorate_at, acknowledged_at, acknowledged_by)
   SELECT made.id, a.id, made.sent_at, made.sent_at, made.sent_at + interval '1 day', ${OFFICIAL}
   FROM made, LATERAL (SELECT id FROM ${MADE} m ORDER BY md5(m.id::text || made.id::text) LIMIT 10) AS a`,
] as const;
