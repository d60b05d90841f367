export { HazardsPage } from './HazardsPage.tsx';
