import type { ProjectSummary } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { Code, DataTable, StageGlyph, StageTag } from '../../shared/ui/index.ts';
import { TrendTag, ViabilityTag } from './ViabilityTag.tsx';

type ProjectsTableProps = { projects: readonly ProjectSummary[]; isOwn: boolean };

export function ProjectsTable({ projects, isOwn }: ProjectsTableProps) {
  const { t } = useTranslation('projects');
  return (
    <DataTable isStacked caption={t('list')}>
      <thead>
        <tr>
          <th scope="col">{t('project')}</th>
          {!isOwn && <th scope="col">{t('association')}</th>}
          <th scope="col">{t('status')}</th>
          <th scope="col">{t('viability')}</th>
          <th scope="col">{t('trend.label')}</th>
          <th scope="col" data-number>
            {t('figures.yearNet')}
          </th>
          <th scope="col" data-number>
            {t('month.jobs')}
          </th>
        </tr>
      </thead>
      <tbody>
        {projects.map((it) => (
          <ProjectRow key={it.project.id} summary={it} isOwn={isOwn} />
        ))}
      </tbody>
    </DataTable>
  );
}

function ProjectRow({ summary, isOwn }: { summary: ProjectSummary; isOwn: boolean }) {
  const { t } = useTranslation('projects');
  const { name, number, pounds } = useFormat();
  const { project, viability, newest, missingMonths } = summary;
  return (
    <tr>
      <th scope="row">
        <Link href={`/projects/${project.id}`}>{name(project)}</Link>
        <small>
          {t(`kind.${project.kind}`)} · {t(`sector.${project.sector}`)} · <Code muted>{project.code}</Code>
        </small>
      </th>
      {!isOwn && <td data-label={t('association')}>{name(project.association)}</td>}
      <td data-label={t('status')}>
        <StageTag of="project" state={project.status} framed={false} />
        {missingMonths.length > 0 && (
          <small>
            <StageGlyph glyph="delayed" size={11} /> {t('missing', { count: missingMonths.length })}
          </small>
        )}
      </td>
      <td data-label={t('viability')}>
        <ViabilityTag viability={viability} />
      </td>
      <td data-label={t('trend.label')}>
        <TrendTag trend={viability.trend} />
      </td>
      <td data-number data-label={t('figures.yearNet')}>
        {pounds(viability.yearNetSyp)}
      </td>
      <td data-number data-label={t('month.jobs')}>
        {number(newest?.jobs ?? 0)}
      </td>
    </tr>
  );
}
