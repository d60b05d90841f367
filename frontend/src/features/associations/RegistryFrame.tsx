import { Button } from '@mantine/core';
import { ASSOCIATION_TABLE } from '@qafila/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead, TabLinks, useUrlState } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { TableActions } from '../tables/index.ts';
import { NewAssociationDialog } from './AssociationDialog.tsx';

const TABS = [
  { key: 'glance', href: '/associations' },
  { key: 'list', href: '/associations/list' },
  { key: 'applications', href: '/associations/applications' },
] as const;

type RegistryFrameProps = { tab: (typeof TABS)[number]['key']; meta?: ReactNode; children: ReactNode };

/** What the sections of the register share. Those who only look names up see the list alone. */
export function RegistryFrame({ tab, meta, children }: RegistryFrameProps) {
  const { t } = useTranslation('associations');
  const canManage = useCan()('association:manage');
  const [edited, edit] = useUrlState('edit', '');
  return (
    <>
      <PageHead
        title={t('title')}
        meta={meta}
        actions={
          canManage && (
            <>
              <TableActions {...ASSOCIATION_TABLE} />
              <Button variant="default" onClick={() => edit('new')}>
                {t('new')}
              </Button>
            </>
          )
        }
      />
      {canManage && (
        <TabLinks
          label={t('tabs')}
          tabs={TABS.map((it) => ({ ...it, label: t(`tab.${it.key}`) }))}
          current={tab}
        />
      )}
      {children}
      {canManage && edited === 'new' && <NewAssociationDialog onClose={() => edit(null)} />}
    </>
  );
}
