import * as contract from '@qafila/contract';
import { createTestDatabase, type TestDatabase } from '@qafila/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** What the contract says of every list that a CHECK repeats. */
const FROM_CONTRACT: Readonly<Record<string, readonly string[]>> = {
  alerts_kind_check: contract.AlertKind.options,
  alerts_status_check: contract.alertLifecycle.states,
  association_aid_cadence_check: contract.AidCadence.options,
  association_aid_kind_check: contract.AidKind.options,
  application_documents_kind_check: contract.ApplicationDocumentKind.options,
  association_board_position_check: contract.BoardPosition.options,
  association_sectors_sector_check: contract.SECTORS,
  association_steps_command_check: contract.AssociationStepCommand.options,
  association_steps_from_state_check: contract.associationLifecycle.states,
  association_steps_to_state_check: contract.associationLifecycle.states,
  associations_kind_check: contract.AssociationKind.options,
  associations_status_check: contract.associationLifecycle.states,
  campaigns_kind_check: contract.CampaignKind.options,
  campaigns_status_check: contract.campaignLifecycle.states,
  convoys_status_check: contract.convoyLifecycle.states,
  delivery_lines_reason_check: contract.DiscrepancyReason.options,
  documents_media_type_check: contract.DocumentType.options,
  documents_purpose_check: contract.DocumentPurpose.options,
  driver_reports_kind_check: contract.DriverReportKind.options,
  finance_lines_side_check: contract.FinanceSide.options,
  finance_steps_command_check: contract.financeLifecycle.commands,
  finance_years_state_check: contract.financeLifecycle.states,
  findings_severity_check: contract.FindingSeverity.options,
  findings_status_check: contract.findingLifecycle.states,
  hazard_feed_failure_check: contract.HazardFeedFailure.options,
  hazards_severity_check: contract.HazardSeverity.options,
  hazards_source_check: contract.HazardSource.options,
  invitations_role_check: contract.Role.options,
  items_category_check: contract.ITEM_CATEGORIES,
  items_packaging_check: contract.Packaging.options,
  items_unit_check: contract.ItemUnit.options,
  mail_outbox_failure_check: contract.MailFailure.options,
  notice_replies_side_check: contract.NoticeSide.options,
  notices_origin_check: contract.NoticeOrigin.options,
  notices_priority_check: contract.NoticePriority.options,
  notices_system_kind_check: contract.SystemNoticeKind.options,
  obligation_steps_command_check: contract.obligationLifecycle.commands,
  obligation_types_recurrence_check: contract.RECURRENCES,
  obligations_state_check: contract.obligationLifecycle.states,
  outputs_kind_check: contract.OUTPUT_KINDS,
  pledges_status_check: contract.pledgeLifecycle.states,
  project_funding_source_check: contract.FundingSource.options,
  project_steps_event_check: contract.ProjectEvent.options,
  projects_kind_check: contract.ProjectKind.options,
  projects_sector_check: contract.ProjectSector.options,
  projects_status_check: contract.projectLifecycle.states,
  referral_past_figures_cadence_check: contract.AidCadence.options,
  referral_past_figures_kind_check: contract.AidKind.options,
  referral_past_figures_result_check: contract.PastReferralResult.options,
  referral_dues_status_check: contract.DueStatus.options,
  referral_help_cadence_check: contract.AidCadence.options,
  referral_help_kind_check: contract.AidKind.options,
  referral_steps_kind_check: contract.ReferralStepKind.options,
  referrals_basis_check: contract.LegalBasisKind.options,
  referrals_cadence_check: contract.AidCadence.options,
  referrals_consent_form_check: contract.ConsentForm.options,
  referrals_decline_reason_check: contract.DeclineReason.options,
  referrals_kind_check: contract.AidKind.options,
  referrals_outcome_check: contract.ReferralOutcome.options,
  referrals_status_check: contract.referralLifecycle.states,
  referrals_withdrawal_reason_check: contract.WithdrawalReason.options,
  share_links_kind_check: contract.ShareKind.options,
  share_links_precision_check: contract.SharePrecision.options,
  sites_kind_check: contract.SiteKind.options,
  stock_corrections_kind_check: contract.CorrectionKind.options,
  stops_route_kind_check: contract.RouteKind.options,
  stops_status_check: contract.stopLifecycle.states,
  users_role_check: contract.Role.options,
  vehicles_kind_check: contract.VehicleKind.options,
  visit_records_kind_check: contract.VisitRecordKind.options,
  visits_result_check: contract.VisitResult.options,
  visits_status_check: contract.visitLifecycle.states,
};

/** Lists that only the database knows: the ledger's own words, where a mail stands, and the languages of an account. */
const OF_THE_DATABASE = [
  'accounts_kind_check',
  'accounts_loss_reason_check',
  'mail_outbox_status_check',
  'transfers_document_type_check',
  'users_locale_check',
];

/** Every CHECK that is a list of words for one column, by its name. */
async function listsInDatabase(): Promise<Map<string, string[]>> {
  const { rows } = await database.db.raw<{ rows: { name: string; definition: string }[] }>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE contype = 'c' AND array_length(conkey, 1) = 1 AND pg_get_constraintdef(oid) LIKE '%= ANY (ARRAY[%'`,
  );
  return new Map(
    rows.map(({ name, definition }) => [
      name,
      [...definition.matchAll(/'([^']+)'::text/g)].map((match) => match[1] ?? ''),
    ]),
  );
}

test('every list of words in the database is the contract’s, word for word', async () => {
  const lists = await listsInDatabase();
  for (const [name, words] of Object.entries(FROM_CONTRACT)) {
    expect({ name, words: lists.get(name)?.toSorted() }).toEqual({ name, words: [...words].sort() });
  }
});

test('no list of words in the database is known to nobody', async () => {
  const unknown = [...(await listsInDatabase()).keys()].filter(
    (name) => !(name in FROM_CONTRACT) && !OF_THE_DATABASE.includes(name),
  );
  expect(unknown).toEqual([]);
});
