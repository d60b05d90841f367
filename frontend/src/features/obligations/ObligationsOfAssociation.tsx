import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel, useUrlState } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { ObligationList } from './ObligationList.tsx';
import { OpenDialog } from './OpenDialog.tsx';

const VIEWS = ['open', 'in_review', 'settled'] as const;
type View = (typeof VIEWS)[number];

/** What one association owes, and what it has brought in all its years. */
export function ObligationsOfAssociation({ associationId }: { associationId: string }) {
  const { t } = useTranslation('obligations');
  const canAsk = useCan()('obligation:review');
  const [view, setView] = useUrlState<View>('view', 'open');
  const [isAsking, setAsking] = useState(false);
  const filter = view === 'open' ? { open: 'yes' as const } : { standing: view };
  return (
    <Panel
      flush
      title={t('of.title')}
      aside={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t('view.label')}
            value={view}
            onChange={(value) => setView(value as View)}
            data={VIEWS.map((value) => ({ value, label: t(`of.${value}`) }))}
          />
          {canAsk && (
            <Button size="xs" variant="default" onClick={() => setAsking(true)}>
              {t('open.title')}
            </Button>
          )}
        </>
      }
    >
      <ObligationList filter={{ ...filter, associationId }} isNarrowed={view !== 'open'} isOwn />
      {isAsking && <OpenDialog associationId={associationId} onClose={() => setAsking(false)} />}
    </Panel>
  );
}
