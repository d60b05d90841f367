import { type Application, listAssociationSteps, readApplication, readAssociation } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { EmptyNote, Panel, QueryView } from '../../shared/ui/index.ts';
import { DocumentList, StepHistory } from '../../shared/ui/records/index.ts';
import { useCan } from '../session/index.ts';
import { Completeness } from './Completeness.tsx';
import { DecisionPanel } from './DecisionPanel.tsx';
import { ParticularsFacts } from './ParticularsFacts.tsx';
import classes from './RegistrationOfAssociation.module.css';
import { useAssociationHistory } from './use-association-history.ts';

/** How it came to be declared, what became of it since, and what can be decided now. */
export function RegistrationOfAssociation({ associationId }: { associationId: string }) {
  const canDecide = useCan()('association:manage');
  return (
    <div className={classes.columns}>
      <div className={classes.main}>
        {canDecide && <Deciding associationId={associationId} />}
        {!canDecide && <History associationId={associationId} />}
      </div>
      {canDecide && <History associationId={associationId} />}
    </div>
  );
}

function Deciding({ associationId }: { associationId: string }) {
  const params = { associationId };
  const association = useApiQuery(readAssociation, { params });
  const steps = useApiQuery(listAssociationSteps, { params });
  /** What was entered from paper never had one. */
  const hasApplied =
    association.data?.status === 'applied' ||
    steps.data?.some(({ command }) => command === 'submit') === true;
  const application = useApiQuery(readApplication, { params }, { enabled: hasApplied });
  return (
    <>
      <QueryView query={association}>
        {(it) => <DecisionPanel association={it} application={application.data} />}
      </QueryView>
      {hasApplied && (
        <QueryView query={application}>{(it) => <ApplicationPanel application={it} />}</QueryView>
      )}
    </>
  );
}

function ApplicationPanel({ application }: { application: Application }) {
  const { t } = useTranslation('associations');
  const isUndecided = application.status === 'applied' || application.status === 'under_review';
  return (
    <>
      {isUndecided && <Completeness missing={application.missing} />}
      <Panel title={t('registration.application')} note={application.reference}>
        <ParticularsFacts of={application} board={application.board} />
      </Panel>
      <Panel title={t('registration.papers')}>
        {application.documents.length > 0 ? (
          <DocumentList documents={application.documents} />
        ) : (
          <EmptyNote title={t('registration.noPapers')} />
        )}
      </Panel>
    </>
  );
}

function History({ associationId }: { associationId: string }) {
  const { t } = useTranslation('associations');
  const history = useAssociationHistory();
  const query = useApiQuery(listAssociationSteps, { params: { associationId } });
  return (
    <Panel title={t('registration.history')}>
      <QueryView query={query}>
        {(steps) => <StepHistory steps={history(steps)} empty={t('registration.noHistory')} />}
      </QueryView>
    </Panel>
  );
}
