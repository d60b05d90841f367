export { EditVisitPage } from './EditVisitPage.tsx';
export { NewVisitPage } from './NewVisitPage.tsx';
export { TemplatePage } from './TemplatePage.tsx';
export { TemplatesPage } from './TemplatesPage.tsx';
export { VisitPage } from './VisitPage.tsx';
export { VisitsOfAssociation } from './VisitsOfAssociation.tsx';
export { VisitsPage } from './VisitsPage.tsx';
