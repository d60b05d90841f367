import { type Convoy, type ConvoyStatus, convoyLifecycle, type Stop, stopLifecycle } from '@qafila/contract';

type AnyConvoyCommand = (typeof convoyLifecycle.commands)[number];
type AnyStopCommand = (typeof stopLifecycle.commands)[number];
export type ConvoyCommand = Exclude<AnyConvoyCommand, 'arrive'>;
export type StopCommand = Exclude<AnyStopCommand, 'settle'>;

/** What a person may do to a convoy now, the way forward first. Arriving follows from the stops. */
export function convoyCommands(status: ConvoyStatus): ConvoyCommand[] {
  return convoyLifecycle.commandsFrom(status).filter((command) => command !== 'arrive');
}

/** The step that brings the convoy on; undefined where only its stops can. */
export function nextCommand(status: ConvoyStatus): ConvoyCommand | undefined {
  return convoyCommands(status).find((command) => !ASKING.has(command) && command !== 'revise');
}

/** Commands that want a reason before they happen. */
export const ASKING: ReadonlySet<ConvoyCommand> = new Set(['hold', 'cancel']);

const ON_THE_ROAD: ReadonlySet<ConvoyStatus> = new Set(['en_route', 'held', 'arrived']);

/** What a person may do to a stop now; nobody arrives while the convoy is held. */
export function stopCommands(convoy: Pick<Convoy, 'status'>, stop: Pick<Stop, 'status'>): StopCommand[] {
  if (!ON_THE_ROAD.has(convoy.status)) return [];
  return stopLifecycle
    .commandsFrom(stop.status)
    .filter((command) => command !== 'settle')
    .filter((command) => command !== 'arrive' || convoy.status === 'en_route');
}

/** Whether the manifest may still change. */
export function isManifestOpen(status: ConvoyStatus): boolean {
  return status === 'draft' || status === 'planned' || status === 'loading';
}

/** Whether the leg that leads to a stop may still be laid another way. */
export function isLegOpen(convoy: Pick<Convoy, 'status'>, stop: Pick<Stop, 'status'>): boolean {
  return !convoyLifecycle.isTerminal(convoy.status) && !stopLifecycle.isTerminal(stop.status);
}
