import { readConvoy, readConvoyMovement } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { Code, EmptyNote, PageHead, QueryView } from '../../shared/ui/index.ts';
import { Downloads } from './Downloads.tsx';
import { MovementReport } from './MovementReport.tsx';

/** What was driven and where it stood: `/c/:campaignId/convoys/:convoyId/movement`. */
export function MovementPage() {
  const { t } = useTranslation('movement');
  const { campaignId = '', convoyId = '' } = useParams<{ campaignId: string; convoyId: string }>();
  const convoy = useApiQuery(readConvoy, { params: { convoyId } });
  const movement = useApiQuery(readConvoyMovement, { params: { convoyId } });
  const code = convoy.data?.convoy.code ?? '';
  const hasFixes = movement.data?.vehicles.some(({ fixCount }) => fixCount > 0) ?? false;
  return (
    <>
      <PageHead
        trail={
          <Link href={`/c/${campaignId}/convoys/${convoyId}`}>
            {t('convoy')} <Code>{code}</Code>
          </Link>
        }
        title={t('title')}
        meta={code && <Code muted>{code}</Code>}
        actions={hasFixes && <Downloads convoyId={convoyId} />}
      />
      <QueryView query={movement}>
        {(report) =>
          hasFixes ? (
            <MovementReport convoyId={convoyId} report={report} />
          ) : (
            <EmptyNote title={t('none')}>{t('noneText')}</EmptyNote>
          )
        }
      </QueryView>
    </>
  );
}
