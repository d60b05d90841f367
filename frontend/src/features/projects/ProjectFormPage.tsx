import { type Project, type ProjectFile, proposeProject, readProject, updateProject } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Redirect, useLocation, useParams, useSearchParams } from 'wouter';
import { invalidateWork, queryClient, useApiQuery } from '../../shared/api/index.ts';
import { useApiForm, useEdited } from '../../shared/forms/index.ts';
import { notifyDone, PageHead, Panel, QueryView, StaleNotice } from '../../shared/ui/index.ts';
import { useUser } from '../session/index.ts';
import { ProjectForm } from './ProjectForm.tsx';
import classes from './Projects.module.css';
import { bodyOf, NO_PROJECT, valuesOf } from './project-values.ts';
import { useProjectLabels } from './useProjectLabels.ts';

/** Proposing a project, or changing a proposal. */
export function ProjectFormPage() {
  const { t } = useTranslation('projects');
  const { projectId } = useParams<{ projectId?: string }>();
  const [search] = useSearchParams();
  const own = useUser().association?.id;
  const associationId = own ?? search.get('association');
  if (!projectId && !associationId) return <Redirect to="/projects" replace />;
  return (
    <>
      <PageHead title={t(projectId ? 'edit' : 'propose')} />
      <Panel className={classes.form}>
        {projectId ? (
          <EditProject projectId={projectId} />
        ) : (
          <NewProject associationId={associationId ?? ''} />
        )}
      </Panel>
    </>
  );
}

function NewProject({ associationId }: { associationId: string }) {
  const api = useApiForm({
    endpoint: proposeProject,
    target: { params: { associationId } },
    initialValues: NO_PROJECT,
    labels: useProjectLabels(),
    toBody: bodyOf,
    onDone: useFinish(),
  });
  return (
    <ProjectForm
      api={api}
      associationId={associationId}
      cancelTo={`/associations/${associationId}/projects`}
    />
  );
}

function EditProject({ projectId }: { projectId: string }) {
  const query = useApiQuery(readProject, { params: { projectId } });
  return <QueryView query={query}>{(file) => <Edited project={file.summary.project} />}</QueryView>;
}

function Edited({ project }: { project: Project }) {
  const { started, isStale, reload } = useEdited(project);
  return (
    <>
      {isStale && <StaleNotice onReload={reload} />}
      <EditForm key={started.version} project={started} />
    </>
  );
}

function EditForm({ project }: { project: Project }) {
  const api = useApiForm({
    endpoint: updateProject,
    target: { params: { projectId: project.id } },
    ifMatch: project.version,
    initialValues: valuesOf(project),
    labels: useProjectLabels(),
    toBody: bodyOf,
    onDone: useFinish(),
  });
  return (
    <ProjectForm api={api} associationId={project.association.id} cancelTo={`/projects/${project.id}`} />
  );
}

/** To the project itself, which is read anew. */
function useFinish() {
  const { t } = useTranslation('projects');
  const [, navigate] = useLocation();
  return async (file: ProjectFile) => {
    notifyDone(t('kept'));
    await invalidateWork(queryClient, ['projects', 'documents']);
    navigate(`/projects/${file.summary.project.id}`);
  };
}
