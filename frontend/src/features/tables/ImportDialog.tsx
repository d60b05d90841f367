import { Button, FileButton } from '@mantine/core';
import { type ImportReport, LIMITS } from '@qafila/contract';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, invalidateWork, queryClient } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { usePreferences } from '../../shared/i18n/index.ts';
import { Dialog, DialogActions, ErrorNotice, notifyDone } from '../../shared/ui/index.ts';
import classes from './ImportDialog.module.css';
import { ReportView } from './ReportView.tsx';
import { saveFaults } from './save-faults.ts';
import type { TableOf } from './TableActions.tsx';

type State =
  | { step: 'choosing' }
  | { step: 'working'; file: File }
  | { step: 'judged'; file: File; report: ImportReport }
  | { step: 'failed'; file: File; error: unknown };

type ImportDialogProps = { table: TableOf; onClose: () => void };

/** A table is chosen, looked at row by row, and then taken; what is wrong with it can be saved and mended. */
export function ImportDialog({ table, onClose }: ImportDialogProps) {
  const { t } = useTranslation('tables');
  const [state, setState] = useState<State>({ step: 'choosing' });

  async function send(file: File, apply: 'yes' | 'no'): Promise<void> {
    setState({ step: 'working', file });
    try {
      const report = await call(table.load, {
        query: { apply, language: usePreferences.getState().language },
        file,
      });
      if (report.isApplied) await invalidateWork(queryClient, [table.topic]);
      setState({ step: 'judged', file, report });
      if (report.isApplied) notifyDone(t('taken', { count: report.counts.new + report.counts.changed }));
    } catch (error) {
      setState({ step: 'failed', file, error });
    }
  }

  return (
    <Dialog opened onClose={onClose} title={t('read')} size={880}>
      <div className={classes.body}>
        {state.step === 'choosing' && <Intro />}
        {state.step === 'failed' && <ErrorNotice error={state.error} />}
        {state.step === 'judged' && <ReportView report={state.report} columns={table.columns} />}
        <DialogActions>
          <Actions table={table} state={state} onSend={send} onClose={onClose} />
        </DialogActions>
      </div>
    </Dialog>
  );
}

function Intro() {
  const { t } = useTranslation('tables');
  const { number } = useFormat();
  return (
    <div className={classes.intro}>
      <IconFileSpreadsheet size={36} stroke={1.4} aria-hidden="true" />
      <p>{t('intro')}</p>
      <p className={classes.rule}>{t('rule', { rows: number(LIMITS.tableRows) })}</p>
    </div>
  );
}

type ActionsProps = {
  table: TableOf;
  state: State;
  onSend: (file: File, apply: 'yes' | 'no') => Promise<void>;
  onClose: () => void;
};

function Actions({ table, state, onSend, onClose }: ActionsProps) {
  const { t } = useTranslation('tables');
  const isWorking = state.step === 'working';
  const report = state.step === 'judged' ? state.report : null;
  const toTake = report && !report.isApplied ? report.counts.new + report.counts.changed : 0;
  const choose = (file: File | null) => void (file && onSend(file, 'no'));
  return (
    <>
      <Button variant="default" onClick={onClose}>
        {t(report?.isApplied ? 'action.close' : 'action.cancel')}
      </Button>
      {state.step === 'judged' && state.report.counts.error > 0 && (
        <Button variant="default" onClick={() => void saveFaults(table, state.file)}>
          {t('saveFaults', { count: state.report.counts.error })}
        </Button>
      )}
      <FileButton onChange={choose} accept=".csv,.tsv,.txt,.xlsx">
        {(props) => (
          <Button {...props} variant={toTake > 0 ? 'default' : 'filled'} loading={isWorking}>
            {t(state.step === 'choosing' ? 'choose' : 'chooseOther')}
          </Button>
        )}
      </FileButton>
      {state.step === 'judged' && toTake > 0 && (
        <Button onClick={() => void onSend(state.file, 'yes')}>{t('take', { count: toTake })}</Button>
      )}
    </>
  );
}
