import type { Output } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { DataTable, EditCell, EditHead } from '../../shared/ui/index.ts';
import { useUser } from '../session/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import { CorrectDialog } from './CorrectDialog.tsx';
import { useOutputWords } from './useOutputWords.ts';

type OutputsTableProps = { outputs: readonly Output[]; canCorrect: boolean };

export function OutputsTable({ outputs, canCorrect }: OutputsTableProps) {
  const { t } = useTranslation('outputs');
  const { name, number, date } = useFormat();
  const words = useOutputWords();
  const governorateOf = useGovernorateName();
  const isOwn = useUser().role === 'association';
  const [corrected, setCorrected] = useState<Output>();
  return (
    <>
      <DataTable isStacked caption={t('entries')}>
        <thead>
          <tr>
            <th scope="col">{t('form.day')}</th>
            {!isOwn && <th scope="col">{t('association')}</th>}
            <th scope="col">{t('governorate')}</th>
            <th scope="col">{t('form.quantity')}</th>
            <th scope="col" data-number>
              {t('form.people')}
            </th>
            <th scope="col" data-number>
              {t('form.households')}
            </th>
            <th scope="col">{t('recordedBy')}</th>
            {canCorrect && <EditHead />}
          </tr>
        </thead>
        <tbody>
          {outputs.map((output) => (
            <tr key={output.id}>
              <th scope="row">
                {date(output.day)}
                {output.note && <small>{output.note}</small>}
              </th>
              {!isOwn && <td data-label={t('association')}>{name(output.association)}</td>}
              <td data-label={t('governorate')}>{governorateOf(output.governorateCode)}</td>
              <td data-label={t('form.quantity')}>{words.amount(output.kind, output.quantity)}</td>
              <td data-number data-label={t('form.people')}>
                {number(output.people)}
              </td>
              <td data-number data-label={t('form.households')}>
                {output.households === null ? t('notCounted') : number(output.households)}
              </td>
              <td data-label={t('recordedBy')}>{output.recordedByName}</td>
              {canCorrect && (
                <EditCell
                  label={t('correctOf', { kind: words.kind(output.kind), day: date(output.day) })}
                  onEdit={() => setCorrected(output)}
                />
              )}
            </tr>
          ))}
        </tbody>
      </DataTable>
      {corrected && <CorrectDialog output={corrected} onClose={() => setCorrected(undefined)} />}
    </>
  );
}
