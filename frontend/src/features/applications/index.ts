export { ApplyPage } from './ApplyPage.tsx';
export { StatusPage } from './StatusPage.tsx';
