import { type CustodyStep, DiscrepancyReason } from '@qafila/contract';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { Code, type Glyph, StageGlyph } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import classes from './CustodyChain.module.css';

const GLYPHS: Record<CustodyStep['kind'], Glyph> = {
  pledge: 'planned',
  receipt: 'loading',
  load: 'loading',
  unload: 'unloading',
  delivery: 'settled',
  damaged: 'incident',
  missing: 'incident',
  return: 'off',
  count_correction: 'off',
};

const LOSSES = new Set<CustodyStep['kind']>(['damaged', 'missing']);

type CustodyChainProps = { campaignId: string; chain: readonly CustodyStep[] };

/** Every hand-over in order: who gave what to whom, when, and the paper that proves it. */
export function CustodyChain({ campaignId, chain }: CustodyChainProps) {
  return (
    <ol className={classes.chain}>
      {chain.map((step) => (
        <Step key={step.id} campaignId={campaignId} step={step} />
      ))}
    </ol>
  );
}

function Step({ campaignId, step }: { campaignId: string; step: CustodyStep }) {
  const { t } = useTranslation('pledges');
  const { number, dateTime } = useFormat();
  return (
    <li className={classes.step} data-loss={LOSSES.has(step.kind) || undefined}>
      <span className={classes.node}>
        <StageGlyph glyph={GLYPHS[step.kind]} size={16} />
      </span>
      <div className={classes.event}>
        <strong>{t(`custody.${step.kind}`)}</strong>
        <small>{dateTime(step.at)}</small>
      </div>
      <div className={classes.path}>
        <Holders step={step} />
        <small>
          {step.actorName}
          {step.reason && <Reason reason={step.reason} />}
        </small>
      </div>
      <b className={classes.quantity}>
        <bdi dir="ltr">{number(step.kind === 'count_correction' ? -step.quantity : step.quantity)}</bdi>
      </b>
      <span className={classes.document}>
        <Paper campaignId={campaignId} step={step} />
      </span>
    </li>
  );
}

/** Who gave to whom; one place where goods were found lost, or never were. */
function Holders({ step: { kind, from, to } }: { step: CustodyStep }) {
  const { name } = useFormat();
  if (kind === 'count_correction' || name(from) === name(to)) return <bdi>{name(from)}</bdi>;
  return (
    <>
      <bdi>{name(from)}</bdi> <IconArrowRight className="icon-forward" size={14} aria-hidden="true" />{' '}
      <bdi>{name(to)}</bdi>
    </>
  );
}

/** One of the list, or what somebody wrote. */
function Reason({ reason }: { reason: string }) {
  const { t } = useTranslation('pledges');
  const { success, data } = DiscrepancyReason.safeParse(reason);
  return (
    <>
      {' · '}
      {success ? t(`discrepancyReason.${data}`) : <bdi>{reason}</bdi>}
    </>
  );
}

/** The paper's code; a link for those who may open what stands behind it. */
function Paper({ campaignId, step }: { campaignId: string; step: CustodyStep }) {
  const can = useCan();
  const code = <Code>{step.documentCode}</Code>;
  if (step.convoyId && can('convoy:read')) {
    return <Link href={`/c/${campaignId}/convoys/${step.convoyId}`}>{code}</Link>;
  }
  return code;
}
