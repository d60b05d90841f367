import { Button } from '@mantine/core';
import { cancelVisit, readVisit, type Visit } from '@qafila/contract';
import { IconDeviceMobile, IconPencil, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { useApiMutation, useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import {
  Code,
  ConfirmButton,
  notifyDone,
  PageHead,
  Panel,
  QueryView,
  StageTag,
} from '../../shared/ui/index.ts';
import { useCan, useUser } from '../session/index.ts';
import { AnswerSection } from './AnswerSection.tsx';
import { ResultTag } from './ResultTag.tsx';
import { refresh } from './refresh.ts';
import { VisitFacts } from './VisitFacts.tsx';
import { VisitFindings } from './VisitFindings.tsx';
import classes from './VisitPage.module.css';
import { VisitSteps } from './VisitSteps.tsx';

/** `/visits/:visitId`: the report of one visit, as it stands. */
export function VisitPage() {
  const { visitId = '' } = useParams<{ visitId: string }>();
  const query = useApiQuery(readVisit, { params: { visitId } });
  return <QueryView query={query}>{(visit) => <Report visit={visit} />}</QueryView>;
}

function Report({ visit }: { visit: Visit }) {
  const { t } = useTranslation('visits');
  const { name } = useFormat();
  return (
    <>
      <PageHead
        trail={<Link href="/visits">{t('title')}</Link>}
        title={name(visit.association)}
        documentTitle={`${visit.code} – ${name(visit.association)}`}
        meta={
          <>
            <StageTag of="visit" state={visit.status} />
            <Code muted>{visit.code}</Code>
            {visit.result && <ResultTag result={visit.result} />}
          </>
        }
        actions={<Actions visit={visit} />}
      />
      <div className={classes.columns}>
        <div className={classes.main}>
          <VisitFindings visit={visit} />
          {visit.sections.map((section) => (
            <AnswerSection key={section.id} section={section} visit={visit} />
          ))}
        </div>
        <div className={classes.side}>
          <Panel title={t('facts')} className={classes.first}>
            <VisitFacts visit={visit} />
          </Panel>
          {visit.steps.length > 0 && (
            <Panel title={t('history')} className={classes.last}>
              <VisitSteps steps={visit.steps} />
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}

function Actions({ visit }: { visit: Visit }) {
  const { t } = useTranslation('visits');
  const mayManage = useCan()('visit:manage');
  const userId = useUser().id;
  const isOpen = visit.status === 'planned' || visit.status === 'in_progress';
  return (
    <div className={classes.actions}>
      {mayManage && isOpen && <CancelButton visit={visit} />}
      {mayManage && visit.status === 'planned' && (
        <Button
          component={Link}
          href={`/visits/${visit.id}/edit`}
          variant="default"
          leftSection={<IconPencil size={16} aria-hidden="true" />}
        >
          {t('action.edit')}
        </Button>
      )}
      {visit.status === 'finished' && (
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden="true" />}
          onClick={() => globalThis.print()}
        >
          {t('action.print')}
        </Button>
      )}
      {isOpen && visit.visitors.some(({ id }) => id === userId) && (
        <Button
          component="a"
          href={`/field#${visit.id}`}
          leftSection={<IconDeviceMobile size={16} aria-hidden="true" />}
        >
          {t('fillIn')}
        </Button>
      )}
    </div>
  );
}

function CancelButton({ visit }: { visit: Visit }) {
  const { t } = useTranslation('visits');
  const { command } = useWord();
  const cancel = useApiMutation(cancelVisit, { onSuccess: refresh });
  return (
    <ConfirmButton
      label={command('visit', 'cancel')}
      title={t('cancel.title')}
      message={t(visit.isAnnounced ? 'cancel.announced' : 'cancel.unannounced')}
      confirmLabel={command('visit', 'cancel')}
      danger
      reason="required"
      button={{ variant: 'default' }}
      onConfirm={async (reason) => {
        await cancel.mutateAsync({ params: { visitId: visit.id }, body: { reason } });
        notifyDone(t('cancel.done'));
      }}
    />
  );
}
