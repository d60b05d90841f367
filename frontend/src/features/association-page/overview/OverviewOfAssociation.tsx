import type { Action } from '@qafila/contract';
import { useCan } from '../../session/index.ts';
import type { OfAssociation } from '../of-association.ts';
import { FileCard } from './FileCard.tsx';
import { GoodsPanel } from './GoodsPanel.tsx';
import { NoticesCard } from './NoticesCard.tsx';
import classes from './Overview.module.css';
import { PledgesCard } from './PledgesCard.tsx';
import { ProjectsCard } from './ProjectsCard.tsx';
import { ReferralsCard } from './ReferralsCard.tsx';
import { VisitsCard } from './VisitsCard.tsx';
import { WhoCard } from './WhoCard.tsx';

const CARDS: readonly { key: string; access: Action; component: OfAssociation }[] = [
  { key: 'who', access: 'association:read', component: WhoCard },
  { key: 'file', access: 'obligation:read', component: FileCard },
  { key: 'visits', access: 'visit:read', component: VisitsCard },
  { key: 'referrals', access: 'referral:read', component: ReferralsCard },
  { key: 'pledges', access: 'pledge:read', component: PledgesCard },
  { key: 'projects', access: 'project:read', component: ProjectsCard },
  { key: 'notices', access: 'notice:read', component: NoticesCard },
];

/** All of the work with one association on one screen: the same to it and to officials. */
export const OverviewOfAssociation: OfAssociation = ({ associationId }) => {
  const can = useCan();
  return (
    <div className={classes.overview}>
      <div className={classes.cards}>
        {CARDS.filter(({ access }) => can(access)).map(({ key, component: Card }) => (
          <Card key={key} associationId={associationId} />
        ))}
      </div>
      <GoodsPanel associationId={associationId} />
    </div>
  );
};
