export { NewNoticePage } from './NewNoticePage.tsx';
export { NoticePage } from './NoticePage.tsx';
export { NoticesOfAssociation } from './NoticesOfAssociation.tsx';
export { NoticesPage } from './NoticesPage.tsx';
