import { type ProjectFile, readProject } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import { Code, PageHead, Panel, QueryView, ShowMore, StageTag } from '../../shared/ui/index.ts';
import { type HistoryStep, StepHistory } from '../../shared/ui/records/index.ts';
import { MonthsPanel } from './MonthsPanel.tsx';
import { PlanPanel } from './PlanPanel.tsx';
import { ProjectActions } from './ProjectActions.tsx';
import classes from './Projects.module.css';
import { ViabilityPanel } from './ViabilityPanel.tsx';

export function ProjectPage() {
  const { projectId = '' } = useParams<{ projectId: string }>();
  const query = useApiQuery(readProject, { params: { projectId } });
  return <QueryView query={query}>{(file) => <Read file={file} />}</QueryView>;
}

function Read({ file }: { file: ProjectFile }) {
  const { t } = useTranslation('projects');
  const { name } = useFormat();
  const { project } = file.summary;
  return (
    <>
      <PageHead
        trail={
          <Link href={`/associations/${project.association.id}/projects`}>{name(project.association)}</Link>
        }
        title={name(project)}
        meta={
          <>
            <StageTag of="project" state={project.status} />
            <span>
              {t(`kind.${project.kind}`)} · {t(`sector.${project.sector}`)}
            </span>
            <Code muted>{project.code}</Code>
          </>
        }
        actions={<ProjectActions file={file} />}
      />
      <ViabilityPanel file={file} />
      <MonthsPanel file={file} />
      <div className={classes.columns}>
        <PlanPanel project={project} />
        <History file={file} />
      </div>
    </>
  );
}

const FIRST_STEPS = 8;

function History({ file }: { file: ProjectFile }) {
  const { t } = useTranslation('projects');
  const { month, pounds } = useFormat();
  const word = useWord();
  const steps = file.steps.map(
    ({ id, at, actorName, event, fromStatus, toStatus, note, figures, documents }): HistoryStep => ({
      key: String(id),
      at,
      who: actorName,
      what: figures
        ? t(`event.${event}`, {
            month: month(figures.month),
            income: pounds(figures.incomeSyp),
            cost: pounds(figures.costSyp),
          })
        : t(`event.${event}`),
      fromTo:
        fromStatus && fromStatus !== toStatus
          ? { from: word.state('project', fromStatus), to: word.state('project', toStatus) }
          : undefined,
      note,
      documents,
    }),
  );
  return (
    <Panel title={t('history')}>
      <ShowMore entries={steps} step={FIRST_STEPS}>
        {(some) => <StepHistory steps={some} />}
      </ShowMore>
    </Panel>
  );
}
