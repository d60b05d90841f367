import { readAssociation } from '@qafila/contract';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, useParams } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { LoadingState, QueryView, TabLinks } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { AssociationHead } from './AssociationHead.tsx';
import { TABS } from './tabs.ts';

/** All that is known of one association: to the directorate of any, to a member of their own. */
export function AssociationPage() {
  const { associationId = '', tab } = useParams<{ associationId: string; tab?: string }>();
  const query = useApiQuery(readAssociation, { params: { associationId } });
  const can = useCan();
  const open = TABS.filter(({ access }) => can(access));
  const current = open.find(({ key }) => key === (tab ?? open[0]?.key));
  if (!current) return <Redirect to={`/associations/${associationId}`} replace />;
  const Section = current.component;
  return (
    <QueryView query={query}>
      {(association) => (
        <>
          <AssociationHead association={association} />
          <Tabs associationId={associationId} keys={open.map(({ key }) => key)} current={current.key} />
          <Suspense fallback={<LoadingState rows={6} />}>
            <Section key={associationId} associationId={associationId} />
          </Suspense>
        </>
      )}
    </QueryView>
  );
}

type TabsProps = { associationId: string; keys: readonly string[]; current: string };

function Tabs({ associationId, keys, current }: TabsProps) {
  const { t } = useTranslation('association-page');
  const tabs = keys.map((key, index) => ({
    key,
    href: index === 0 ? `/associations/${associationId}` : `/associations/${associationId}/${key}`,
    label: t(`tab.${key}`),
  }));
  return tabs.length > 1 && <TabLinks label={t('tabs')} tabs={tabs} current={current} />;
}
