export { ShareLinksPage } from './ShareLinksPage.tsx';
