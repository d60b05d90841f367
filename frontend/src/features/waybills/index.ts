export { WaybillPrintPage } from './WaybillPrintPage.tsx';
