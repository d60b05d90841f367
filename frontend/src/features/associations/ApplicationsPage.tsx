import { Select } from '@mantine/core';
import { ApplicationStage, listApplications } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiPages } from '../../shared/api/index.ts';
import { CopyTextButton, EmptyNote, FilterBar, Panel, useUrlState } from '../../shared/ui/index.ts';
import { PagesView } from '../../shared/ui/records/index.ts';
import { ApplicationsTable } from './ApplicationsTable.tsx';
import { RegistryFrame } from './RegistryFrame.tsx';

const STAGES = ['submitted', 'under_review', 'returned', 'draft', 'refused'] as const;

/** What founders have sent, and whose turn each is. */
export function ApplicationsPage() {
  const { t } = useTranslation('associations');
  const [stage, setStage] = useUrlState('stage', 'open');
  const known = ApplicationStage.safeParse(stage).data;
  const pages = useApiPages(listApplications, { query: known ? { stage: known } : {} });
  return (
    <RegistryFrame tab="applications">
      <Panel flush>
        <FilterBar>
          <Select
            aria-label={t('applications.stage')}
            allowDeselect={false}
            data={[
              { value: 'open', label: t('applications.open') },
              ...STAGES.map((value) => ({ value, label: t(`stage.${value}`) })),
            ]}
            value={known ?? 'open'}
            onChange={setStage}
          />
        </FilterBar>
        <PagesView
          query={pages}
          empty={
            <EmptyNote title={t('applications.empty')}>
              {t('applications.emptyText')}
              <CopyTextButton
                text={`${window.location.origin}/apply`}
                of={t('applications.address')}
                size="xs"
                mt="xs"
              />
            </EmptyNote>
          }
        >
          {(applications) => <ApplicationsTable applications={applications} />}
        </PagesView>
      </Panel>
    </RegistryFrame>
  );
}
