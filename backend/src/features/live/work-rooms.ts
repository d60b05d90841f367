import type { LiveSocket } from './requests.ts';

const STAFF = 'work:staff';
const EVERY_ASSOCIATION = 'work:associations';

function associationRoom(associationId: string): string {
  return `work:association:${associationId}`;
}

/** The rooms of the directorate's standing work, by who somebody is: nobody asks to join them. */
export function joinWork(socket: LiveSocket): void {
  const { signedIn } = socket.data;
  if (!signedIn) return;
  const { associationId } = signedIn;
  void socket.join(associationId === null ? STAFF : [EVERY_ASSOCIATION, associationRoom(associationId)]);
}

/** Who hears of a change in the work with these associations. */
export function workRooms(associationIds: readonly string[] | 'all'): string[] {
  if (associationIds === 'all') return [STAFF, EVERY_ASSOCIATION];
  return [STAFF, ...associationIds.map(associationRoom)];
}
