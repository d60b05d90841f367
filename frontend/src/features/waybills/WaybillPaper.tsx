import type { Waybill } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Code, QrCode } from '../../shared/ui/index.ts';
import type { Copy } from './paper.ts';
import { SignatureBoxes } from './SignatureBoxes.tsx';
import { WaybillFields } from './WaybillFields.tsx';
import { WaybillLines } from './WaybillLines.tsx';
import classes from './WaybillPaper.module.css';

type WaybillPaperProps = { waybill: Waybill; copy: Copy; isDemo: boolean };

/** A4, black on white. The head of the table repeats on every page; the signatures are never split. */
export function WaybillPaper({ waybill, copy, isDemo }: WaybillPaperProps) {
  const { t } = useTranslation('waybills');
  const { name, fullDateTime } = useFormat();
  const { campaign } = waybill;
  const address = `${window.location.origin}/c/${campaign.id}/deliveries/${waybill.id}`;
  return (
    <article className={classes.paper} aria-label={`${t('title')} ${waybill.code}, ${t(`copy.${copy}`)}`}>
      <header className={classes.top}>
        <div>
          <p>
            {t('issuer')} {isDemo && <span className={classes.muted}>({t('demo')})</span>}
          </p>
          <h1>
            {t('title')} <Code>{waybill.code}</Code>
          </h1>
          <p>
            {name(campaign)} · {t('convoy')} <Code>{waybill.convoy.code}</Code>
          </p>
          <p className={classes.copy}>{t(`copy.${copy}`)}</p>
        </div>
        <div className={classes.qr}>
          <QrCode text={address} label={t('qr', { code: waybill.code })} />
          <small>{t('scan')}</small>
        </div>
      </header>
      <WaybillFields waybill={waybill} />
      <WaybillLines waybill={waybill} />
      <SignatureBoxes waybill={waybill} />
      <p className={classes.note}>{t('note', { when: fullDateTime(waybill.issuedAt) })}</p>
    </article>
  );
}
