import { Button, SegmentedControl } from '@mantine/core';
import { readServer, readWaybill, type Waybill } from '@qafila/contract';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { useApiQuery } from '../../shared/api/index.ts';
import { usePreferences } from '../../shared/i18n/index.ts';
import { QueryView, useDocumentTitle, useUrlState } from '../../shared/ui/index.ts';
import { COPIES, type Copy, pageRule } from './paper.ts';
import { usePageRule } from './use-page-rule.ts';
import { WaybillPaper } from './WaybillPaper.tsx';
import classes from './WaybillPrintPage.module.css';

/** One vehicle, one stop, one paper: as it is printed, with the choice of copies above it. */
export function WaybillPrintPage() {
  const { waybillId = '' } = useParams();
  const query = useApiQuery(readWaybill, { params: { waybillId } });
  return (
    <main className={classes.desk}>
      <QueryView query={query}>{(waybill) => <Papers waybill={waybill} />}</QueryView>
    </main>
  );
}

type Choice = Copy | 'all';

function Papers({ waybill }: { waybill: Waybill }) {
  const { t } = useTranslation('waybills');
  const [copy, setCopy] = useUrlState<Choice>('copy', 'receiver');
  const language = usePreferences((preferences) => preferences.language);
  const { data: server } = useApiQuery(readServer, {});
  useDocumentTitle(waybill.code);
  usePageRule(
    pageRule({
      code: waybill.code,
      page: t('page'),
      of: t('pageOf'),
      isRightToLeft: language === 'ar',
    }),
  );
  return (
    <>
      <Tools waybill={waybill} copy={copy} onCopy={setCopy} />
      {COPIES.filter((it) => copy === 'all' || it === copy).map((it) => (
        <WaybillPaper key={it} waybill={waybill} copy={it} isDemo={server?.demo != null} />
      ))}
    </>
  );
}

type ToolsProps = { waybill: Waybill; copy: Choice; onCopy: (copy: Choice) => void };

function Tools({ waybill, copy, onCopy }: ToolsProps) {
  const { t } = useTranslation('waybills');
  const { language, setLanguage } = usePreferences();
  return (
    <div className={classes.tools} role="toolbar" aria-label={t('tools')}>
      <Button leftSection={<IconPrinter size={16} aria-hidden="true" />} onClick={() => window.print()}>
        {t('print')}
      </Button>
      <SegmentedControl
        aria-label={t('copy.label')}
        value={copy}
        onChange={(value) => onCopy(value as Choice)}
        data={[
          ...COPIES.map((value) => ({ value, label: t(`copy.${value}Short`) })),
          { value: 'all', label: t('copy.all') },
        ]}
      />
      <Button
        variant="default"
        lang={language === 'ar' ? 'en' : 'ar'}
        onClick={() => setLanguage(language === 'ar' ? 'en' : 'ar')}
      >
        {t('shell.otherLanguage')}
      </Button>
      <Link href={`/c/${waybill.campaign.id}/deliveries/${waybill.id}`}>{t('back')}</Link>
    </div>
  );
}
