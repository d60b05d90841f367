export { ProjectFormPage } from './ProjectFormPage.tsx';
export { ProjectPage } from './ProjectPage.tsx';
export { ProjectsOfAssociation } from './ProjectsOfAssociation.tsx';
export { ProjectsPage } from './ProjectsPage.tsx';
