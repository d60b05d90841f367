import type { ObligationFile } from '@qafila/contract';
import { obligationLifecycle, readObligation } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import { PageHead, Panel, QueryView } from '../../shared/ui/index.ts';
import { StepHistory } from '../../shared/ui/records/index.ts';
import { useCan } from '../session/index.ts';
import classes from './ObligationPage.module.css';
import { ReviewButtons } from './ReviewButtons.tsx';
import { StandingTag } from './StandingTag.tsx';
import { SubmitForm } from './SubmitForm.tsx';
import { useTypeName } from './use-type-name.ts';

/** One thing that is owed: its day, its papers, and what became of it: `/obligations/:obligationId`. */
export function ObligationPage() {
  const { obligationId = '' } = useParams<{ obligationId: string }>();
  const query = useApiQuery(readObligation, { params: { obligationId } });
  return <QueryView query={query}>{(file) => <Shown file={file} />}</QueryView>;
}

function Shown({ file }: { file: ObligationFile }) {
  const { t } = useTranslation('obligations');
  const { name } = useFormat();
  const typeName = useTypeName();
  const can = useCan();
  const { obligation } = file;
  const maySubmit = can('obligation:submit') && obligationLifecycle.next(obligation.state, 'submit');
  return (
    <>
      <PageHead
        trail={
          <Link href={`/associations/${obligation.association.id}/obligations`}>
            {name(obligation.association)}
          </Link>
        }
        title={typeName(obligation)}
        meta={<StandingTag obligation={obligation} />}
        actions={can('obligation:review') && <ReviewButtons file={file} />}
      />
      <Facts file={file} />
      {maySubmit && (
        <Panel title={t('submit.title')}>
          <SubmitForm obligation={obligation} />
        </Panel>
      )}
      <History file={file} />
    </>
  );
}

function Facts({ file: { obligation, openedByName, reminders } }: { file: ObligationFile }) {
  const { t } = useTranslation('obligations');
  const { fullDate, name } = useFormat();
  const { type } = obligation;
  const documents = name({ nameAr: type.documentsAr, nameEn: type.documentsEn });
  return (
    <Panel title={t('facts.title')}>
      <dl className={classes.facts}>
        <dt>{t('column.dueOn')}</dt>
        <dd>{fullDate(obligation.dueOn)}</dd>
        <dt>{t('facts.overdueFrom')}</dt>
        <dd>{fullDate(obligation.overdueFrom)}</dd>
        <dt>{t('facts.documents')}</dt>
        <dd>{documents || '–'}</dd>
        <dt>{t('facts.effect')}</dt>
        <dd>{t(type.blocksPledges ? 'facts.blocks' : 'facts.blocksNothing')}</dd>
        <dt>{t('facts.openedBy')}</dt>
        <dd>{openedByName ?? t('facts.byRule')}</dd>
        <dt>{t('facts.reminders')}</dt>
        <dd>
          {reminders.length === 0
            ? t('facts.noReminders')
            : reminders.map(({ sentAt }) => fullDate(sentAt)).join(' · ')}
        </dd>
      </dl>
    </Panel>
  );
}

function History({ file: { steps } }: { file: ObligationFile }) {
  const { t } = useTranslation('obligations');
  const { state } = useWord();
  return (
    <Panel title={t('history.title')}>
      <StepHistory
        empty={t('history.none')}
        steps={steps.map((step) => ({
          key: step.at + step.command,
          at: step.at,
          who: step.actorName,
          what: t(`done.${step.command}`),
          fromTo: { from: state('obligation', step.fromState), to: state('obligation', step.toState) },
          note: step.note,
          documents: step.documents,
        }))}
      />
    </Panel>
  );
}
