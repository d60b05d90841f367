import { Button } from '@mantine/core';
import type { Need } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CoverageLegend, EmptyNote, Notice, Panel } from '../../shared/ui/index.ts';
import { byUrgency } from '../needs/index.ts';
import classes from './MissingPanel.module.css';
import { NeedCard } from './NeedCard.tsx';

type MissingPanelProps = {
  needs: readonly Need[];
  isActive: boolean;
  onPledge: (need: Need) => void;
};

const FIRST_SHOWN = 6;

/** What is missing now, the most urgent first. Campaign totals only: nobody sees another association's quantities. */
export function MissingPanel({ needs, isActive, onPledge }: MissingPanelProps) {
  const { t } = useTranslation('desk');
  const [isWhole, setWhole] = useState(false);
  const missing = needs.filter((need) => need.coverage.gap > 0).toSorted(byUrgency);
  const shown = isWhole ? missing : missing.slice(0, FIRST_SHOWN);
  return (
    <Panel
      flush
      title={t('missing')}
      note={t('mostUrgent')}
      aside={<CoverageLegend />}
      footer={
        missing.length > FIRST_SHOWN && (
          <Button variant="subtle" size="compact-sm" onClick={() => setWhole(!isWhole)}>
            {isWhole ? t('showFewer') : t('showAllNeeds', { count: missing.length })}
          </Button>
        )
      }
    >
      {!isActive && <Notice kind="info" title={t('notActive')} />}
      {missing.length === 0 && <EmptyNote title={t('nothingMissing')}>{t('nothingMissingText')}</EmptyNote>}
      <ul className={classes.cards}>
        {shown.map((need) => (
          <NeedCard key={need.id} need={need} onPledge={isActive ? () => onPledge(need) : undefined} />
        ))}
      </ul>
    </Panel>
  );
}
