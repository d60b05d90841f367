import { type Referral, referralLifecycle } from '@qafila/contract';
import { useUser } from '../session/index.ts';

/** What the reader may do with a case besides its lifecycle; the server judges again. */
export function useCaseRights(referral: Pick<Referral, 'caseworker' | 'status' | 'erasedAt'>) {
  const user = useUser();
  const isOwn = user.role === 'official' && referral.caseworker?.id === user.id;
  const isOpen = !referralLifecycle.isTerminal(referral.status);
  const isKept = referral.erasedAt === null;
  return {
    mayCorrect: isOwn && isOpen,
    mayErase: isOwn && isKept,
    mayReassign: isKept && (isOwn || user.role === 'admin'),
  };
}
