import { listProjects, readPortfolio } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Redirect } from 'wouter';
import { useApiPages, useApiQuery } from '../../shared/api/index.ts';
import { EmptyNote, PageHead, Panel, QueryView } from '../../shared/ui/index.ts';
import { PagesView } from '../../shared/ui/records/index.ts';
import { useUser } from '../session/index.ts';
import { useFilters } from './filters.ts';
import { PortfolioFigures, PortfolioTrends } from './PortfolioFigures.tsx';
import { ProjectFilters } from './ProjectFilters.tsx';
import { ProjectsTable } from './ProjectsTable.tsx';

/** The directorate’s portfolio; an association’s projects are on its own page. */
export function ProjectsPage() {
  const { association } = useUser();
  if (association) return <Redirect to={`/associations/${association.id}/projects`} replace />;
  return <Portfolio />;
}

function Portfolio() {
  const { t } = useTranslation('projects');
  const filters = useFilters();
  const portfolio = useApiQuery(readPortfolio, { query: filters.shared });
  const projects = useApiPages(listProjects, { query: filters.all });
  return (
    <>
      <PageHead title={t('portfolio')} />
      <QueryView query={portfolio}>
        {(known) => (
          <>
            <PortfolioFigures portfolio={known} />
            <PortfolioTrends portfolio={known} />
          </>
        )}
      </QueryView>
      <Panel flush title={t('list')} note={t('listNote')}>
        <ProjectFilters filters={filters} />
        <PagesView
          query={projects}
          empty={<EmptyNote title={t('noneFound')}>{t('noneFoundText')}</EmptyNote>}
        >
          {(found) => <ProjectsTable projects={found} isOwn={false} />}
        </PagesView>
      </Panel>
    </>
  );
}
