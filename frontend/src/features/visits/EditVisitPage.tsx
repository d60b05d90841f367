import {
  listVisitors,
  listVisitTemplates,
  type PersonRef,
  readVisit,
  updateVisit,
  type Visit,
  type VisitTemplateSummary,
} from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, useLocation, useParams } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useApiForm, useEdited } from '../../shared/forms/index.ts';
import { notifyDone, PageHead, Panel, QueryView, StaleNotice } from '../../shared/ui/index.ts';
import { refresh } from './refresh.ts';
import { useVisitLabels } from './use-visit-labels.ts';
import { toPlan, VisitForm, type VisitValues } from './VisitForm.tsx';

/** `/visits/:visitId/edit`: the plan of a visit that has not begun. */
export function EditVisitPage() {
  const { t } = useTranslation('visits');
  const { name } = useFormat();
  const { visitId = '' } = useParams<{ visitId: string }>();
  const visit = useApiQuery(readVisit, { params: { visitId } });
  const templates = useApiQuery(listVisitTemplates, {});
  const visitors = useApiQuery(listVisitors, {});
  if (visit.data && visit.data.status !== 'planned') return <Redirect to={`/visits/${visitId}`} replace />;
  return (
    <QueryView query={visit}>
      {(current) => (
        <>
          <PageHead
            trail={<Link href={`/visits/${visitId}`}>{current.code}</Link>}
            title={t('plan.change', { name: name(current.association) })}
          />
          <Panel>
            <QueryView query={templates}>
              {(known) => (
                <QueryView query={visitors}>
                  {(people) => <Editing visit={current} templates={known} visitors={people} />}
                </QueryView>
              )}
            </QueryView>
          </Panel>
        </>
      )}
    </QueryView>
  );
}

type EditingProps = {
  visit: Visit;
  templates: readonly VisitTemplateSummary[];
  visitors: readonly PersonRef[];
};

function Editing({ visit, ...choices }: EditingProps) {
  const { started, isStale, reload } = useEdited(visit);
  return (
    <>
      {isStale && <StaleNotice onReload={reload} />}
      <EditForm key={started.version} visit={started} {...choices} />
    </>
  );
}

function EditForm({ visit, templates, visitors }: EditingProps) {
  const { t } = useTranslation('visits');
  const [, go] = useLocation();
  const labels = useVisitLabels();
  const { place } = visit;
  const initialValues: VisitValues = {
    associationId: visit.association.id,
    templateId: visit.template.id,
    plannedFor: visit.plannedFor,
    purpose: visit.purpose,
    isAnnounced: visit.isAnnounced,
    where: place.kind,
    label: place.label,
    at: place.kind === 'point' ? place.at : null,
    visitorIds: visit.visitors.map(({ id }) => id),
  };
  const form = useApiForm({
    endpoint: updateVisit,
    target: { params: { visitId: visit.id } },
    ifMatch: visit.version,
    initialValues,
    labels,
    toBody: (values) => {
      const { associationId: _, templateId, ...plan } = toPlan(values);
      // Naming the checklist again would take its newest version.
      return { ...plan, ...(templateId !== visit.template.id && { templateId }) };
    },
    onDone: async () => {
      notifyDone(t('plan.changed'));
      await refresh();
      go(`/visits/${visit.id}`);
    },
  });
  return (
    <VisitForm
      {...form}
      templates={templates}
      visitors={visitors}
      isAssociationFixed
      submitLabel={t('action.save')}
    />
  );
}
