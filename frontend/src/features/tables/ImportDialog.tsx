import { Button, FileButton } from '@mantine/core';
import { type ImportReport, LIMITS } from '@qafila/contract';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, invalidateWork, queryClient } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { usePreferences } from '../../shared/i18n/index.ts';
import { Dialog, DialogActions, ErrorNotice, notifyDone } from '../../shared/ui/index.ts';
import classes from './ImportDialog.module.css';
import { ReportView } from './ReportView.tsx';
import { saveFaults } from './save-faults.ts';
import type { TableOf } from './table-of.ts';

type Sending = 'preview' | 'taking';

/** What is known of the file last chosen; it stays in view while the next answer is awaited. */
type State = {
  readonly sending: Sending | null;
  readonly file: File | null;
  readonly report: ImportReport | null;
  readonly error: unknown;
};

const NOTHING_CHOSEN: State = { sending: null, file: null, report: null, error: null };

type ImportDialogProps = { table: TableOf; onClose: () => void };

/** A table is chosen, looked at row by row, and then taken; what is wrong with it can be saved and mended. */
export function ImportDialog({ table, onClose }: ImportDialogProps) {
  const { t } = useTranslation('tables');
  const [state, setState] = useState(NOTHING_CHOSEN);
  const { report, error } = state;

  async function send(file: File, sending: Sending): Promise<void> {
    setState((now) => ({ ...now, sending }));
    try {
      const answer = await call(table.load, {
        query: {
          apply: sending === 'taking' ? 'yes' : 'no',
          language: usePreferences.getState().language,
        },
        file,
      });
      if (answer.isApplied) await invalidateWork(queryClient, [table.topic]);
      setState({ ...NOTHING_CHOSEN, file, report: answer });
      if (answer.isApplied) notifyDone(t('taken', { count: answer.counts.new + answer.counts.changed }));
    } catch (refusal) {
      setState({ ...NOTHING_CHOSEN, file, error: refusal });
    }
  }

  return (
    <Dialog opened onClose={onClose} title={t('read')} size={880}>
      <div className={classes.body}>
        {!report && !error && <Intro />}
        {error !== null && <ErrorNotice error={error} />}
        {report && <ReportView report={report} columns={table.columns} />}
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
  onSend: (file: File, sending: Sending) => Promise<void>;
  onClose: () => void;
};

function Actions({ table, state: { sending, file, report }, onSend, onClose }: ActionsProps) {
  const { t } = useTranslation('tables');
  const reset = useRef(() => {});
  const toTake = report && !report.isApplied ? report.counts.new + report.counts.changed : 0;
  const faults = report?.counts.error ?? 0;
  const choose = (chosen: File | null) => {
    // The same file, mended in between, is a choice too.
    reset.current();
    if (chosen) void onSend(chosen, 'preview');
  };
  return (
    <>
      <Button variant="default" onClick={onClose}>
        {t(report?.isApplied ? 'action.close' : 'action.cancel')}
      </Button>
      {file && faults > 0 && (
        <Button variant="default" onClick={() => void saveFaults(table, file)}>
          {t('saveFaults', { count: faults })}
        </Button>
      )}
      <FileButton onChange={choose} resetRef={reset} accept=".csv,.tsv,.txt,.xlsx">
        {(props) => (
          <Button
            {...props}
            variant={toTake > 0 ? 'default' : 'filled'}
            loading={sending === 'preview'}
            disabled={sending === 'taking'}
          >
            {t(file ? 'chooseOther' : 'choose')}
          </Button>
        )}
      </FileButton>
      {file && toTake > 0 && (
        <Button
          loading={sending === 'taking'}
          disabled={sending === 'preview'}
          onClick={() => void onSend(file, 'taking')}
        >
          {t('take', { count: toTake })}
        </Button>
      )}
    </>
  );
}
