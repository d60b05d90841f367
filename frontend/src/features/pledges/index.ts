export { OfferDialog } from './OfferDialog.tsx';
export { PledgePage } from './PledgePage.tsx';
export { PledgeRows } from './PledgeRows.tsx';
export { PledgesInbox } from './PledgesInbox.tsx';
export { PledgesTab } from './PledgesTab.tsx';
