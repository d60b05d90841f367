import { Select } from '@mantine/core';
import { FindingSeverity, FindingState } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { EmptyNote, FilterBar, Panel, useUrlState } from '../../shared/ui/index.ts';
import { PagesView } from '../../shared/ui/records/index.ts';
import { useUser } from '../session/index.ts';
import { FindingDialog } from './FindingDialog.tsx';
import { FindingTable } from './FindingTable.tsx';
import { useFindings } from './use-pages.ts';

/** What visits found, those due first; of one association, or of all. */
export function FindingsView({ associationId }: { associationId?: string }) {
  const { t } = useTranslation('visits');
  const isStaff = useUser().association === null;
  const [state, setState] = useUrlState<FindingState>('findings', 'pending');
  const [severity, setSeverity] = useUrlState<FindingSeverity | ''>('severity', '');
  const [shown, setShown] = useUrlState('finding', '');
  const pages = useFindings({
    state,
    ...(severity && { severity }),
    ...(associationId !== undefined && { associationId }),
  });
  return (
    <Panel flush title={t('findings.title')} note={t('findings.note')}>
      <FilterBar>
        <Select
          aria-label={t('findings.state')}
          allowDeselect={false}
          data={FindingState.options.map((value) => ({ value, label: t(`findingState.${value}`) }))}
          value={state}
          onChange={(value) => setState(value as FindingState)}
        />
        <Select
          aria-label={t('field.severity')}
          placeholder={t('filter.allSeverities')}
          clearable
          data={FindingSeverity.options.map((value) => ({ value, label: t(`result.${value}`) }))}
          value={severity || null}
          onChange={(value) => setSeverity(value as FindingSeverity | null)}
        />
      </FilterBar>
      <PagesView
        query={pages}
        empty={
          <EmptyNote
            title={t(state === 'pending' && severity === '' ? 'findings.none' : 'findings.noMatch')}
          />
        }
      >
        {(findings) => (
          <FindingTable
            findings={findings}
            isAssociationNamed={isStaff && associationId === undefined}
            onOpen={(id) => setShown(id)}
          />
        )}
      </PagesView>
      {shown !== '' && <FindingDialog key={shown} findingId={shown} onClose={() => setShown(null)} />}
    </Panel>
  );
}
