import { Redirect } from 'wouter';
import { useUser } from '../features/session/index.ts';
import { LoadingState } from '../shared/ui/index.ts';
import { useCampaignInHand } from './campaign-in-hand.ts';
import { addressOf, navigationFor } from './navigation.ts';

/** Where a role begins: the first room it has, in the campaign in hand. */
export function Home() {
  const user = useUser();
  const { campaign, isLoading } = useCampaignInHand();
  if (isLoading) return <LoadingState rows={6} />;
  const [first] = navigationFor(user, campaign);
  return <Redirect to={first ? addressOf(first, campaign?.id) : '/account'} replace />;
}
