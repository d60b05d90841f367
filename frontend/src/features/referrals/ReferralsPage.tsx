import { useUser } from '../session/index.ts';
import { Inbox } from './Inbox.tsx';
import { Register } from './Register.tsx';

/** `/referrals`: for the directorate all cases, for an association those with it. */
export function ReferralsPage() {
  const user = useUser();
  return user.association ? <Inbox associationId={user.association.id} /> : <Register />;
}
