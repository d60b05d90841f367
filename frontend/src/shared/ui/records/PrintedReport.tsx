import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/index.ts';
import classes from './PrintedReport.module.css';

/** A page of figures that is also made to be printed. */
export function PrintedReport({ children }: { children: ReactNode }) {
  return <article className={classes.report}>{children}</article>;
}

type ReportHeadProps = {
  title: string;
  /** When the figures were true. */
  asOf: string;
  children: ReactNode;
};

export function ReportHead({ title, asOf, children }: ReportHeadProps) {
  const { t } = useTranslation('records');
  const { fullDateTime } = useFormat();
  return (
    <header>
      <div className={classes.line}>
        <div>
          <h2>{title}</h2>
          <ReportNote>{t('report.asOf', { time: fullDateTime(asOf) })}</ReportNote>
        </div>
        <Button
          className="no-print"
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          {t('report.print')}
        </Button>
      </div>
      {children}
    </header>
  );
}

export function ReportNote({ children }: { children: ReactNode }) {
  return <p className={classes.note}>{children}</p>;
}
