import { readConvoy } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { Code, StageGlyph } from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import { Section } from './Section.tsx';
import classes from './Waybills.module.css';

type WaybillsProps = { campaignId: string; convoyId: string };

/** The convoy's papers, each with a tick once it is signed; nothing before they are issued. */
export function Waybills({ campaignId, convoyId }: WaybillsProps) {
  const { t } = useTranslation('live-map');
  const can = useCan();
  const { data } = useApiQuery(readConvoy, { params: { convoyId } }, { enabled: can('waybill:read') });
  if (!data || data.waybills.length === 0) return null;
  return (
    <Section title={t('drawer.waybills')}>
      <ul className={classes.waybills}>
        {data.waybills.map((waybill) => (
          <li key={waybill.id}>
            <Link href={`/c/${campaignId}/deliveries/${waybill.id}`}>
              <Code>{waybill.code}</Code>
            </Link>
            {waybill.settledAt && (
              <>
                <StageGlyph glyph="settled" size={12} />
                <span className="visually-hidden">{t('common:state.stop.settled')}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
