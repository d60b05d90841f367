import { Button } from '@mantine/core';
import { type ConvoyFile, listNeeds } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { ErrorNotice, notifyDone, QueryView } from '../../shared/ui/index.ts';
import { loadOf } from './capacity.ts';
import classes from './FillPreview.module.css';
import { leftOutByReason, lifeSavingClosed, needsToFill, type Proposal } from './open-needs.ts';
import type { Fill } from './use-fill.ts';

type FillPreviewProps = { file: ConvoyFile; fill: Fill };

/** A proposal, not an act: what a fill would add, what it leaves out and why. */
export function FillPreview({ file, fill }: FillPreviewProps) {
  const { t } = useTranslation('builder');
  const apply = () => {
    fill.apply().then(
      () => notifyDone(t('preview.applied')),
      () => undefined,
    );
  };
  return (
    <section className={classes.preview} aria-label={t('preview.label')}>
      <QueryView query={fill.query}>
        {(proposal) => (
          <div className={classes.text} role="status">
            <Added file={file} fill={fill} proposal={proposal} />
            <LeftOut proposal={proposal} />
          </div>
        )}
      </QueryView>
      <Button size="sm" disabled={fill.lines.length === 0} loading={fill.isApplying} onClick={apply}>
        {t('preview.apply')}
      </Button>
      <Button size="sm" variant="default" onClick={fill.discard}>
        {t('preview.discard')}
      </Button>
      {fill.error && <ErrorNotice error={fill.error} />}
    </section>
  );
}

function Added({ file: { convoy }, fill, proposal }: FillPreviewProps & { proposal: Proposal }) {
  const { t } = useTranslation('builder');
  const { weight, volume } = useFormat();
  const { data: needs = [] } = useApiQuery(listNeeds, { params: { campaignId: convoy.campaignId } });
  const load = loadOf(fill.lines);
  const { closed, of } = lifeSavingClosed(needsToFill({ convoy, needs, stock: [], proposal }), proposal);
  if (proposal.lines.length === 0) return <span>{t('preview.nothing')}</span>;
  return (
    <span>
      <strong>{t('preview.label')}:</strong>{' '}
      {t('preview.adds', {
        count: fill.lines.length,
        weight: weight(load.weightG / 1000),
        volume: volume(load.volumeMl),
      })}
      {of > 0 && fill.lines.length === proposal.lines.length && ` · ${t('preview.closes', { closed, of })}`}
    </span>
  );
}

function LeftOut({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('builder');
  const { name, number } = useFormat();
  return leftOutByReason(proposal).map(({ why, items }) => {
    const list = items.map(({ item, quantity }) =>
      t('preview.leftOne', { quantity: number(quantity), item: name(item) }),
    );
    return (
      <span key={why} className={classes.left}>
        {t(`preview.${why}`)}: {list.join(t('preview.separator'))}
      </span>
    );
  });
}
