import { type ProjectCommand, ProjectDecision } from '@qafila/contract';

/** What officials decide; all else is the association’s own step. */
export function isDecision(command: ProjectCommand): command is ProjectDecision {
  return (ProjectDecision.options as readonly string[]).includes(command);
}
