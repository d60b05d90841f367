import { Button } from '@mantine/core';
import {
  monthIn,
  monthsFromTo,
  netOf,
  type ProjectFile,
  type ProjectMonth,
  shiftMonth,
} from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { DataTable, EditCell, EditHead, EmptyNote, Notice, Panel, useNow } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { MonthDialog } from './MonthDialog.tsx';
import classes from './Projects.module.css';

/** Months that are over, within its run, and not reported yet; the newest first. */
function openMonths({ summary: { project }, months }: ProjectFile, now: Date): string[] {
  if (project.startedOn === null) return [];
  const lastWhole = shiftMonth(monthIn(now.toISOString()), -1);
  const ended = project.endedOn === null ? lastWhole : monthIn(project.endedOn);
  const reported = new Set(months.map((it) => it.month));
  return monthsFromTo(monthIn(project.startedOn), ended < lastWhole ? ended : lastWhole)
    .filter((month) => !reported.has(month))
    .toReversed();
}

/** Every month’s figures, newest first, and the months that still lack them. */
export function MonthsPanel({ file }: { file: ProjectFile }) {
  const { t } = useTranslation('projects');
  const { month } = useFormat();
  const can = useCan();
  const open = openMonths(file, useNow());
  const [asked, setAsked] = useState<ProjectMonth | 'new'>();
  const { missingMonths } = file.summary;
  if (file.summary.project.startedOn === null) return null;
  return (
    <Panel
      flush
      title={t('monthly')}
      aside={
        can('project:manage') &&
        open.length > 0 && <Button onClick={() => setAsked('new')}>{t('report')}</Button>
      }
    >
      {missingMonths.length > 0 && (
        <div className={classes.missing}>
          <Notice kind="warning" title={t('missing', { count: missingMonths.length })}>
            {missingMonths.map(month).join(t('separator'))}
          </Notice>
        </div>
      )}
      {file.months.length > 0 ? (
        <MonthsTable
          months={file.months.toReversed()}
          onEdit={can('project:manage') ? setAsked : undefined}
        />
      ) : (
        <EmptyNote title={t('noMonths')}>{t('noMonthsText')}</EmptyNote>
      )}
      {asked && (
        <MonthDialog
          file={file}
          open={open}
          reported={asked === 'new' ? undefined : asked}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Panel>
  );
}

type MonthsTableProps = {
  months: readonly ProjectMonth[];
  onEdit: ((month: ProjectMonth) => void) | undefined;
};

function MonthsTable({ months, onEdit }: MonthsTableProps) {
  const { t } = useTranslation('projects');
  const { month, number, pounds } = useFormat();
  return (
    <DataTable isStacked caption={t('monthly')}>
      <thead>
        <tr>
          <th scope="col">{t('month.label')}</th>
          {(['income', 'cost', 'net', 'jobs', 'families'] as const).map((key) => (
            <th key={key} scope="col" data-number>
              {t(`month.${key}`)}
            </th>
          ))}
          {onEdit && <EditHead />}
        </tr>
      </thead>
      <tbody>
        {months.map((it) => (
          <tr key={it.month}>
            <th scope="row">
              {month(it.month)}
              {it.note && <small>{it.note}</small>}
            </th>
            <td data-number data-label={t('month.income')}>
              {pounds(it.incomeSyp)}
            </td>
            <td data-number data-label={t('month.cost')}>
              {pounds(it.costSyp)}
            </td>
            <td data-number data-label={t('month.net')}>
              {pounds(netOf(it))}
            </td>
            <td data-number data-label={t('month.jobs')}>
              {number(it.jobs)}
            </td>
            <td data-number data-label={t('month.families')}>
              {number(it.families)}
            </td>
            {onEdit && (
              <EditCell label={t('correctOf', { month: month(it.month) })} onEdit={() => onEdit(it)} />
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
