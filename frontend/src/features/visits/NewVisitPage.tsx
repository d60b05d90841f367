import { Button } from '@mantine/core';
import {
  listVisitors,
  listVisitTemplates,
  type PersonRef,
  planVisit,
  type VisitTemplateSummary,
} from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearch } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { useApiForm } from '../../shared/forms/index.ts';
import { EmptyState, notifyDone, PageHead, Panel, QueryView } from '../../shared/ui/index.ts';
import { refresh } from './refresh.ts';
import { useVisitLabels } from './use-visit-labels.ts';
import { toPlan, VisitForm, type VisitValues } from './VisitForm.tsx';

/** `/visits/new`: who goes where, when, what for, and with which checklist. */
export function NewVisitPage() {
  const { t } = useTranslation('visits');
  const templates = useApiQuery(listVisitTemplates, {});
  const visitors = useApiQuery(listVisitors, {});
  return (
    <>
      <PageHead trail={<Link href="/visits">{t('title')}</Link>} title={t('plan.title')} />
      <Panel>
        <QueryView query={templates}>
          {(known) => (
            <QueryView query={visitors}>
              {(people) =>
                known.some(({ retiredAt }) => retiredAt === null) ? (
                  <NewVisit templates={known} visitors={people} />
                ) : (
                  <NoTemplate />
                )
              }
            </QueryView>
          )}
        </QueryView>
      </Panel>
    </>
  );
}

function NoTemplate() {
  const { t } = useTranslation('visits');
  return (
    <EmptyState
      steps={[
        {
          title: t('templates.first'),
          text: t('templates.firstText'),
          actions: (
            <Button component={Link} href="/visits/templates/new">
              {t('templates.new')}
            </Button>
          ),
        },
      ]}
    />
  );
}

type NewVisitProps = { templates: readonly VisitTemplateSummary[]; visitors: readonly PersonRef[] };

function NewVisit({ templates, visitors }: NewVisitProps) {
  const { t } = useTranslation('visits');
  const [, go] = useLocation();
  const labels = useVisitLabels();
  const wanted = new URLSearchParams(useSearch()).get('association');
  const usable = templates.filter(({ retiredAt }) => retiredAt === null);
  const initialValues: VisitValues = {
    associationId: wanted,
    templateId: usable[0]?.id ?? null,
    plannedFor: null,
    purpose: '',
    isAnnounced: true,
    where: 'seat',
    label: '',
    at: null,
    visitorIds: [],
  };
  const form = useApiForm({
    endpoint: planVisit,
    target: {},
    initialValues,
    labels,
    toBody: toPlan,
    onDone: async (visit) => {
      notifyDone(t('plan.done'));
      await refresh();
      go(`/visits/${visit.id}`);
    },
  });
  return <VisitForm {...form} templates={templates} visitors={visitors} submitLabel={t('plan.label')} />;
}
