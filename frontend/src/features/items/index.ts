export { ItemSelect } from './ItemSelect.tsx';
export { ItemsPage } from './ItemsPage.tsx';
export { useItem } from './useItem.ts';
