export { FiguresPage } from './FiguresPage.tsx';
export { NewReferralPage } from './NewReferralPage.tsx';
export { ReferralPage } from './ReferralPage.tsx';
export { ReferralsOfAssociation } from './ReferralsOfAssociation.tsx';
export { ReferralsOnDesk } from './ReferralsOnDesk.tsx';
export { ReferralsPage } from './ReferralsPage.tsx';
