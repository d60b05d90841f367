import { type ConvoyFile, readConvoy } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Code, EmptyNote, PageHead, QueryView, useUrlState } from '../../shared/ui/index.ts';
import { isLegOpen } from '../convoys/index.ts';
import { LegEditor } from './LegEditor.tsx';
import { LegTabs } from './LegTabs.tsx';
import { legsOf } from './route-draft.ts';

/** The way of a convoy, laid leg by leg: `/c/:campaignId/convoys/:convoyId/route?stop=`. */
export function RoutePage() {
  const { convoyId = '' } = useParams();
  const query = useApiQuery(readConvoy, { params: { convoyId } });
  return <QueryView query={query}>{(file) => <RouteView file={file} />}</QueryView>;
}

function RouteView({ file }: { file: ConvoyFile }) {
  const { t } = useTranslation('routes');
  const { name } = useFormat();
  const { convoy } = file;
  const [stopId, setStopId] = useUrlState('stop', '');
  const legs = legsOf(convoy);
  const open = legs.filter(({ stop }) => isLegOpen(convoy, stop));
  const leg = open.find(({ stop }) => stop.id === stopId) ?? open[0];
  return (
    <>
      <PageHead
        trail={
          <Link href={`/c/${convoy.campaignId}/convoys/${convoy.id}`}>
            {t('back')} <Code>{convoy.code}</Code>
          </Link>
        }
        title={leg ? t('title', { from: name(leg.from), to: name(leg.stop.site) }) : t('none')}
        documentTitle={`${convoy.code} · ${t('document')}`}
      />
      <LegTabs legs={legs} convoy={convoy} current={leg} onChoose={setStopId} />
      {leg ? (
        <LegEditor key={leg.stop.id} file={file} leg={leg} />
      ) : (
        <EmptyNote title={t('none')}>{t('noneText')}</EmptyNote>
      )}
    </>
  );
}
