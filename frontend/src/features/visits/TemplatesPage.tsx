import { Button } from '@mantine/core';
import { listVisitTemplates, retireVisitTemplate, type VisitTemplateSummary } from '@qafila/contract';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiMutation, useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { DataTable, EmptyState, PageHead, Panel, QueryView } from '../../shared/ui/index.ts';
import { refresh } from './refresh.ts';

/** `/visits/templates`: the checklists visits are made with. */
export function TemplatesPage() {
  const { t } = useTranslation('visits');
  const query = useApiQuery(listVisitTemplates, {});
  const create = (
    <Button
      component={Link}
      href="/visits/templates/new"
      leftSection={<IconPlus size={16} aria-hidden="true" />}
    >
      {t('templates.new')}
    </Button>
  );
  return (
    <>
      <PageHead
        trail={<Link href="/visits">{t('title')}</Link>}
        title={t('templates.title')}
        actions={create}
      />
      <Panel flush title={t('templates.title')} note={t('templates.note')}>
        <QueryView query={query}>
          {(templates) =>
            templates.length === 0 ? (
              <EmptyState
                steps={[{ title: t('templates.first'), text: t('templates.firstText'), actions: create }]}
              />
            ) : (
              <TemplatesTable templates={templates} />
            )
          }
        </QueryView>
      </Panel>
    </>
  );
}

function TemplatesTable({ templates }: { templates: readonly VisitTemplateSummary[] }) {
  const { t } = useTranslation('visits');
  return (
    <DataTable isStacked caption={t('templates.title')}>
      <thead>
        <tr>
          <th scope="col">{t('field.template')}</th>
          <th scope="col">{t('templates.changed')}</th>
          <th scope="col" data-number>
            {t('templates.questions')}
          </th>
          <th scope="col" data-number>
            {t('title')}
          </th>
          <th scope="col">
            <span className="visually-hidden">{t('templates.use')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {templates.map((template) => (
          <Row key={template.id} template={template} />
        ))}
      </tbody>
    </DataTable>
  );
}

function Row({ template }: { template: VisitTemplateSummary }) {
  const { t } = useTranslation('visits');
  const { name, number, fullDate } = useFormat();
  return (
    <tr>
      <th scope="row">
        <Link href={`/visits/templates/${template.id}`}>{name(template)}</Link>{' '}
        <small>{t('templates.version', { version: number(template.version) })}</small>
      </th>
      <td data-label={t('templates.changed')}>
        {fullDate(template.changedAt)} · {template.changedByName}
      </td>
      <td data-label={t('templates.questions')} data-number>
        {number(template.questionCount)}
      </td>
      <td data-label={t('title')} data-number>
        {number(template.visitCount)}
      </td>
      <td data-corner>
        <RetireButton template={template} />
      </td>
    </tr>
  );
}

function RetireButton({ template: { id, retiredAt, ...names } }: { template: VisitTemplateSummary }) {
  const { t } = useTranslation('visits');
  const { name } = useFormat();
  const retire = useApiMutation(retireVisitTemplate, { onSuccess: refresh });
  const words = retiredAt === null ? 'retire' : 'restore';
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      aria-label={t(`templates.${words}Named`, { name: name(names) })}
      loading={retire.isPending}
      onClick={() => retire.mutate({ params: { templateId: id }, body: { isRetired: retiredAt === null } })}
    >
      {t(`templates.${words}`)}
    </Button>
  );
}
