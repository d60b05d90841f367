import { type DriverLink, listDriverLinks } from '@qafila/contract';
import { useApiQuery } from '../../shared/api/index.ts';

const READ_EVERY_MS = 60_000;

export type PhoneState = 'none' | 'waiting' | 'taken';

/** What a vehicle's links come to. */
export type DriverPhones = { readonly state: PhoneState; readonly open: readonly DriverLink[] };

/** The phones of a convoy's vehicles, by the vehicle's place on the convoy. */
export function useDriverPhones(
  convoyId: string,
  enabled: boolean,
): (convoyVehicleId: string) => DriverPhones {
  const options = { enabled, refetchIntervalMs: READ_EVERY_MS };
  const { data = [] } = useApiQuery(listDriverLinks, { params: { convoyId } }, options);
  return (convoyVehicleId) => phonesIn(data.filter((link) => link.convoyVehicleId === convoyVehicleId));
}

/** Newest first; those that were ended no longer count. */
export function phonesIn(links: readonly DriverLink[]): DriverPhones {
  const open = links.filter(({ revokedAt }) => revokedAt === null);
  if (open.length === 0) return { state: 'none', open };
  return { state: open.some(({ takenAt }) => takenAt !== null) ? 'taken' : 'waiting', open };
}

/** What opens a message with the link in it. WhatsApp wants the number with its country; without one, it asks whom. */
export function messageLinks(phone: string, text: string): { whatsApp: string; sms: string } {
  const words = encodeURIComponent(text);
  return {
    whatsApp: `https://wa.me/${internationalDigits(phone)}?text=${words}`,
    sms: `sms:${phone.replace(/[^\d+]/g, '')}?body=${words}`,
  };
}

const SYRIA = '963';

function internationalDigits(phone: string): string {
  const digits = phone.replace(/[^\d+]/g, '');
  if (digits.startsWith('+')) return digits.slice(1);
  if (digits.startsWith('00')) return digits.slice(2);
  return digits.replace(/^0/, SYRIA);
}
