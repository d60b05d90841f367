import {
  ALERTS,
  type Alert,
  type AlertRules,
  alertLifecycle,
  DEFAULT_ALERT_RULES,
  fieldError,
  Instant,
  type listAlerts,
  type moveAlert,
  Uuid,
} from '@qafila/contract';
import type { z } from 'zod';
import { audit } from '../../platform/audit.repository.ts';
import { type Context, onlyAssociation } from '../../platform/context.ts';
import { Refusal, refuseFields } from '../../platform/refusal.ts';
import { refuseArchived, requireCampaign } from '../campaigns/index.ts';
import {
  type AlertRow,
  acknowledgeAlert,
  changeRules,
  clearAlert,
  lockAlert,
  rulesOf,
  selectAlerts,
} from './alerts-read.repository.ts';

type ListQuery = z.output<typeof listAlerts.query>;
type Page = z.input<typeof listAlerts.response>;
type Asked = z.output<typeof moveAlert.body>;
type Rules = { rules: AlertRules; version: number };

const DEEDS = {
  acknowledge: { write: acknowledgeAlert, action: 'alert.acknowledged' },
  clear: { write: clearAlert, action: 'alert.cleared' },
} as const;

export async function alertsOfCampaign(ctx: Context, campaignId: string, query: ListQuery): Promise<Page> {
  await requireCampaign(ctx, campaignId);
  const rows = await selectAlerts(ctx.db, {
    campaignId,
    convoyId: query.convoyId,
    isOpen: query.state === 'open',
    only: onlyAssociation(ctx.actor),
    before: placeIn(query.cursor),
    limit: query.limit + 1,
  });
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map((row) => toAlert(ctx, row)),
    nextCursor: rows.length > query.limit && last ? `${last.beganAt.toISOString()} ${last.id}` : null,
  };
}

function placeIn(cursor: string | undefined): { beganAt: string; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [beganAt, id, ...more] = cursor.split(' ');
  const isWhole = more.length === 0 && Instant.safeParse(beganAt).success && Uuid.safeParse(id).success;
  if (!isWhole || beganAt === undefined || id === undefined) {
    throw refuseFields(fieldError('cursor', 'invalid_format'));
  }
  return { beganAt, id };
}

export async function move(ctx: Context, alertId: string, { command, note }: Asked): Promise<Alert> {
  const alert = await lockAlert(ctx.db, alertId);
  if (!alert) throw new Refusal('not_found');
  const to = alertLifecycle.next(alert.status, command);
  if (!to || (command === 'clear' && ALERTS[alert.kind].ends !== 'person')) {
    throw new Refusal('transition_not_allowed');
  }
  const { write, action } = DEEDS[command];
  await write(ctx.db, alertId, { by: ctx.actor.userId, at: ctx.now(), note });
  ctx.announce({ kind: 'campaignChanged', campaignId: alert.campaignId, topics: ['alerts'] });
  const [row] = await selectAlerts(ctx.db, { alertId, only: null, limit: 1 });
  if (!row) throw new Refusal('not_found');
  await audit(ctx, {
    action,
    subjectType: 'alert',
    subjectId: alertId,
    campaignId: alert.campaignId,
    from: alert.status,
    to,
    reason: note,
    detail: { kind: alert.kind, convoyId: alert.convoyId },
  });
  return toAlert(ctx, row);
}

export async function rulesOfCampaign(ctx: Context, campaignId: string): Promise<Rules> {
  await requireCampaign(ctx, campaignId);
  const found = await rulesOf(ctx.db, campaignId);
  if (!found) throw new Refusal('not_found');
  return { rules: { ...DEFAULT_ALERT_RULES, ...found.rules }, version: found.version };
}

export async function setRules(
  ctx: Context,
  campaignId: string,
  version: number,
  rules: AlertRules,
): Promise<Rules> {
  await requireCampaign(ctx, campaignId);
  await refuseArchived(ctx, campaignId);
  if (!(await changeRules(ctx.db, campaignId, version, differences(rules)))) {
    throw new Refusal('version_stale');
  }
  ctx.announce({ kind: 'campaignChanged', campaignId, topics: ['campaign', 'alerts'] });
  const answer = await rulesOfCampaign(ctx, campaignId);
  await audit(ctx, {
    action: 'alert.rulesChanged',
    subjectType: 'campaign',
    subjectId: campaignId,
    campaignId,
    detail: differences(rules),
  });
  return answer;
}

/** What is left at its default follows the default when that changes. */
function differences(rules: AlertRules): Record<string, number> {
  const defaults: Record<string, number> = DEFAULT_ALERT_RULES;
  return Object.fromEntries(Object.entries(rules).filter(([name, value]) => defaults[name] !== value));
}

/** An association is not told what people of the campaign note to each other. */
function toAlert({ actor }: Context, row: AlertRow): Alert {
  const { acknowledgedAt, acknowledgedByName, acknowledgedNote, ...unacknowledged } = row;
  const { clearedAt, clearedByName, clearedNote, ...alert } = unacknowledged;
  const isOutsider = onlyAssociation(actor) !== null;
  return {
    ...alert,
    beganAt: row.beganAt.toISOString(),
    endedAt: iso(row.endedAt),
    raisedAt: iso(row.raisedAt),
    acknowledged: acknowledgedAt && {
      at: acknowledgedAt.toISOString(),
      byName: acknowledgedByName ?? '',
      note: isOutsider ? '' : acknowledgedNote,
    },
    cleared: clearedAt && {
      at: clearedAt.toISOString(),
      byName: clearedByName,
      note: isOutsider ? '' : clearedNote,
    },
  };
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
