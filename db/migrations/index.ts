import type { Knex } from 'knex';
import * as peopleAndAudit from './001-people-and-audit.ts';
import * as campaignsAndPledges from './002-campaigns-and-pledges.ts';
import * as convoys from './003-convoys.ts';
import * as custody from './004-custody.ts';
import * as positions from './005-positions.ts';
import * as stockCorrections from './006-stock-corrections.ts';
import * as plausibleSpeed from './007-plausible-speed.ts';
import * as alerts from './008-alerts.ts';
import * as hazardsAndRoutes from './009-hazards-and-routes.ts';
import * as shareLinks from './010-share-links.ts';
import * as driverLinks from './011-driver-links.ts';
import * as documentsAndReach from './012-documents-and-reach.ts';
import * as registry from './013-registry.ts';
import * as associationFiles from './014-association-files.ts';
import * as visits from './015-visits.ts';
import * as referrals from './016-referrals.ts';
import * as initiativesAndProjects from './017-initiatives-and-projects.ts';
import * as notices from './018-notices.ts';
import * as jobs from './019-jobs.ts';
import * as pastFigures from './020-past-figures.ts';
import * as personKey from './021-person-key.ts';
import * as remindersByDay from './022-reminders-by-day.ts';
import * as visitCancelled from './023-visit-cancelled.ts';

type Migration = Required<Pick<Knex.Migration, 'up' | 'down'>>;

/** All migrations, oldest first. Names are for ever: they are what the database remembers. */
const migrations: Record<string, Migration> = {
  '001-people-and-audit': peopleAndAudit,
  '002-campaigns-and-pledges': campaignsAndPledges,
  '003-convoys': convoys,
  '004-custody': custody,
  '005-positions': positions,
  '006-stock-corrections': stockCorrections,
  '007-plausible-speed': plausibleSpeed,
  '008-alerts': alerts,
  '009-hazards-and-routes': hazardsAndRoutes,
  '010-share-links': shareLinks,
  '011-driver-links': driverLinks,
  '012-documents-and-reach': documentsAndReach,
  '013-registry': registry,
  '014-association-files': associationFiles,
  '015-visits': visits,
  '016-referrals': referrals,
  '017-initiatives-and-projects': initiativesAndProjects,
  '018-notices': notices,
  '019-jobs': jobs,
  '020-past-figures': pastFigures,
  '021-person-key': personKey,
  '022-reminders-by-day': remindersByDay,
  '023-visit-cancelled': visitCancelled,
};

export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => Object.keys(migrations),
  getMigrationName: (name) => name,
  getMigration: async (name) => migrations[name] as Migration,
};
