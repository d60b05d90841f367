import { type NoticeBadge, readNoticeBadge } from '@qafila/contract';
import { useApiQuery } from '../../shared/api/index.ts';
import { useCan } from '../session/index.ts';

/** A page that is cut off from live changes still asks so often. */
const REFRESH_MS = 120_000;

/** What waits for this person; nothing for those who have no part in notices. */
export function useNoticeBadge(): NoticeBadge | undefined {
  const enabled = useCan()('notice:read');
  const { data } = useApiQuery(readNoticeBadge, {}, { enabled, refetchIntervalMs: REFRESH_MS });
  return enabled ? data : undefined;
}
