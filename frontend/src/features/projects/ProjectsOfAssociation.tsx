import { Button } from '@mantine/core';
import { listProjects, readPortfolio } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiPages, useApiQuery } from '../../shared/api/index.ts';
import { EmptyNote, Panel, QueryView } from '../../shared/ui/index.ts';
import { PagesView } from '../../shared/ui/records/index.ts';
import { useCan } from '../session/index.ts';
import { PortfolioFigures, PortfolioTrends } from './PortfolioFigures.tsx';
import { ProjectsTable } from './ProjectsTable.tsx';

/** What one association earns with, and the way to propose more. */
export function ProjectsOfAssociation({ associationId }: { associationId: string }) {
  const { t } = useTranslation('projects');
  const can = useCan();
  const portfolio = useApiQuery(readPortfolio, { query: { associationId } });
  const projects = useApiPages(listProjects, { query: { associationId } });
  return (
    <>
      <QueryView query={portfolio}>
        {(known) =>
          Object.values(known.statusCounts).some((count) => count > 0) && (
            <>
              <PortfolioFigures portfolio={known} />
              <PortfolioTrends portfolio={known} />
            </>
          )
        }
      </QueryView>
      <Panel
        flush
        title={t('list')}
        aside={
          can('project:manage') && (
            <Button component={Link} href={`/projects/new?association=${associationId}`}>
              {t('propose')}
            </Button>
          )
        }
      >
        <PagesView query={projects} empty={<EmptyNote title={t('none')}>{t('noneText')}</EmptyNote>}>
          {(found) => <ProjectsTable projects={found} isOwn />}
        </PagesView>
      </Panel>
    </>
  );
}
