import { notifications } from '@mantine/notifications';

/** A passing word that something was done; refusals stay beside what was refused. */
export function notifyDone(message: string): void {
  notifications.show({ message, color: 'qafila', withCloseButton: false, autoClose: 4_000 });
}
