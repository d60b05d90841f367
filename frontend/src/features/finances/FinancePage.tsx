import { type FinanceFile, financeLifecycle, readFinances, reviewFinances } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { invalidateWork, queryClient, useApiMutation, useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useEdited } from '../../shared/forms/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import {
  ConfirmButton,
  notifyDone,
  PageHead,
  Panel,
  QueryView,
  StageTag,
  StaleNotice,
} from '../../shared/ui/index.ts';
import { StepHistory } from '../../shared/ui/records/index.ts';
import { useCan } from '../session/index.ts';
import { FiguresForm } from './FiguresForm.tsx';
import { FiguresView } from './FiguresView.tsx';

/** One year of an association’s money: `/finances/:financeId`. */
export function FinancePage() {
  const { financeId = '' } = useParams<{ financeId: string }>();
  const query = useApiQuery(readFinances, { params: { financeId } });
  return <QueryView query={query}>{(file) => <Shown file={file} />}</QueryView>;
}

function Shown({ file }: { file: FinanceFile }) {
  const { t } = useTranslation('finances');
  const { name, digits } = useFormat();
  const can = useCan();
  const { finance } = file;
  const isWritten = can('finance:record') && financeLifecycle.next(finance.state, 'submit') !== undefined;
  return (
    <>
      <PageHead
        trail={
          <Link href={`/associations/${finance.association.id}/finances`}>{name(finance.association)}</Link>
        }
        title={t('ofYear', { year: digits(String(finance.year)) })}
        meta={<StageTag of="finance" state={finance.state} />}
        actions={can('obligation:review') && <ReviewButtons file={file} />}
      />
      {isWritten ? <Edited file={file} /> : <FiguresView finance={finance} />}
      <History file={file} />
    </>
  );
}

function Edited({ file }: { file: FinanceFile }) {
  const { started, isStale, reload, restart } = useEdited(file);
  return (
    <>
      {isStale && <StaleNotice onReload={reload} />}
      <FiguresForm key={started.version} file={started} onSaved={restart} />
    </>
  );
}

const DECISIONS = ['return', 'accept'] as const;

function ReviewButtons({ file: { finance, version } }: { file: FinanceFile }) {
  const { t } = useTranslation('finances');
  const word = useWord();
  const { mutateAsync } = useApiMutation(reviewFinances);
  const decide = async (command: (typeof DECISIONS)[number], reason: string) => {
    await mutateAsync({ params: { financeId: finance.id }, ifMatch: version, body: { command, reason } });
    await invalidateWork(queryClient, ['finances']);
    notifyDone(t(`done.${command}`));
  };
  return DECISIONS.filter((command) => financeLifecycle.next(finance.state, command) !== undefined).map(
    (command) => (
      <ConfirmButton
        key={command}
        label={word.command('finance', command)}
        title={t(`review.${command}.title`)}
        message={t(`review.${command}.text`)}
        confirmLabel={word.command('finance', command)}
        button={{ variant: command === 'accept' ? 'filled' : 'default' }}
        reason={command === 'accept' ? 'optional' : 'required'}
        onConfirm={(reason) => decide(command, reason)}
      />
    ),
  );
}

function History({ file: { steps } }: { file: FinanceFile }) {
  const { t } = useTranslation('finances');
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
          fromTo: { from: state('finance', step.fromState), to: state('finance', step.toState) },
          note: step.note,
          documents: step.documents,
        }))}
      />
    </Panel>
  );
}
