import {
  createVisitTemplate,
  readVisitTemplate,
  reviseVisitTemplate,
  type VisitTemplate,
} from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useEdited } from '../../shared/forms/index.ts';
import { notifyDone, PageHead, QueryView, StaleNotice } from '../../shared/ui/index.ts';
import { newSection } from './checklist.ts';
import { refresh } from './refresh.ts';
import { TemplateForm } from './TemplateForm.tsx';

/** `/visits/templates/:templateId`: a checklist is written, or its next version. */
export function TemplatePage() {
  const { templateId = '' } = useParams<{ templateId: string }>();
  const isNew = templateId === 'new';
  const query = useApiQuery(readVisitTemplate, { params: { templateId } }, { enabled: !isNew });
  if (isNew) return <NewTemplate />;
  return <QueryView query={query}>{(template) => <Revising template={template} />}</QueryView>;
}

function Trail() {
  const { t } = useTranslation('visits');
  return <Link href="/visits/templates">{t('templates.title')}</Link>;
}

function NewTemplate() {
  const { t } = useTranslation('visits');
  const [, go] = useLocation();
  return (
    <>
      <PageHead trail={<Trail />} title={t('templates.new')} />
      <TemplateForm
        endpoint={createVisitTemplate}
        target={{}}
        initial={{ nameAr: '', nameEn: '', sections: [newSection()] }}
        onDone={async () => {
          notifyDone(t('templates.created'));
          await refresh();
          go('/visits/templates');
        }}
      />
    </>
  );
}

function Revising({ template }: { template: VisitTemplate }) {
  const { t } = useTranslation('visits');
  const { name, number } = useFormat();
  const [, go] = useLocation();
  const { started, isStale, reload } = useEdited(template);
  return (
    <>
      <PageHead
        trail={<Trail />}
        title={name(template)}
        meta={<small>{t('templates.version', { version: number(template.version) })}</small>}
      />
      {isStale && <StaleNotice onReload={reload} />}
      <TemplateForm
        key={started.version}
        endpoint={reviseVisitTemplate}
        target={{ params: { templateId: template.id } }}
        ifMatch={started.version}
        initial={started}
        onDone={async (saved) => {
          notifyDone(t('templates.revised', { version: number(saved.version) }));
          await refresh();
          go('/visits/templates');
        }}
      />
    </>
  );
}
