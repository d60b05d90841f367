import type { Knex } from 'knex';

/** A report's id is made by a phone, so it is unique among the reports of one vehicle, and says nothing of others. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    ALTER TABLE alerts DROP CONSTRAINT alerts_report_fkey;
    ALTER TABLE driver_reports DROP CONSTRAINT driver_reports_pkey, ADD PRIMARY KEY (convoy_vehicle_id, id);
    ALTER TABLE alerts ADD CONSTRAINT alerts_report_fkey FOREIGN KEY (convoy_vehicle_id, report_id) REFERENCES driver_reports;
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    ALTER TABLE alerts DROP CONSTRAINT alerts_report_fkey;
    ALTER TABLE driver_reports DROP CONSTRAINT driver_reports_pkey, ADD PRIMARY KEY (id);
    ALTER TABLE alerts ADD CONSTRAINT alerts_report_fkey FOREIGN KEY (report_id) REFERENCES driver_reports;
  `);
}
