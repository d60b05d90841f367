import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { EmptyNote, Panel } from '../../shared/ui/index.ts';
import { PagesView } from '../../shared/ui/records/index.ts';
import { useCan } from '../session/index.ts';
import { FindingsView } from './FindingsView.tsx';
import { useVisits } from './use-pages.ts';
import classes from './VisitsOfAssociation.module.css';
import { VisitTable } from './VisitTable.tsx';

/** What was found at one association, when it was visited and when it will be. */
export function VisitsOfAssociation({ associationId }: { associationId: string }) {
  const { t } = useTranslation('visits');
  const mayManage = useCan()('visit:manage');
  const upcoming = useVisits({ associationId, state: 'upcoming' });
  const finished = useVisits({ associationId, state: 'finished' });
  return (
    <div className={classes.visits}>
      <FindingsView associationId={associationId} />
      <Panel
        flush
        title={t('state.upcoming')}
        aside={
          mayManage && (
            <Button
              component={Link}
              href={`/visits/new?association=${associationId}`}
              size="compact-sm"
              variant="light"
            >
              {t('plan.label')}
            </Button>
          )
        }
      >
        <PagesView query={upcoming} empty={<EmptyNote title={t('none.upcoming')} />}>
          {(visits) => <VisitTable visits={visits} isAssociationNamed={false} />}
        </PagesView>
      </Panel>
      <Panel flush title={t('state.finished')}>
        <PagesView query={finished} empty={<EmptyNote title={t('none.finished')} />}>
          {(visits) => <VisitTable visits={visits} isAssociationNamed={false} />}
        </PagesView>
      </Panel>
    </div>
  );
}
