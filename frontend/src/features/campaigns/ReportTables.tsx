import type { Need, Pledge } from '@qafila/contract';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { COVERAGE_PARTS, DataTable } from '../../shared/ui/index.ts';
import { ReportNote } from '../../shared/ui/records/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import classes from './ReportTab.module.css';
import { totalsByAssociation, totalsByDestination } from './report.ts';

export function ReportByDestination({ needs }: { needs: readonly Need[] }) {
  const { t } = useTranslation('campaigns');
  const { name, number, unit } = useFormat();
  const governorateOf = useGovernorateName();
  if (needs.length === 0) return <ReportNote>{t('report.noNeeds')}</ReportNote>;
  return (
    <section>
      <h3>{t('report.byDestination')}</h3>
      <DataTable isDense caption={t('report.byDestination')}>
        <thead>
          <tr>
            <th scope="col">{t('report.item')}</th>
            <th scope="col">{t('report.unit')}</th>
            <th scope="col" data-number>
              {t('report.needed')}
            </th>
            {COVERAGE_PARTS.map((part) => (
              <th key={part} scope="col" data-number>
                {t(`coverage.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {totalsByDestination(needs).map(({ site, lines }) => (
            <Fragment key={site.id}>
              <tr className={classes.group}>
                <th scope="rowgroup" colSpan={3 + COVERAGE_PARTS.length}>
                  {name(site)} — {governorateOf(site.governorateCode)}
                </th>
              </tr>
              {lines.map(({ item, coverage }) => (
                <tr key={item.id}>
                  <th scope="row">{name(item)}</th>
                  <td>{unit(item.unit)}</td>
                  <td data-number>{number(coverage.needed)}</td>
                  {COVERAGE_PARTS.map((part) => (
                    <td key={part} data-number>
                      {number(coverage[part])}
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </DataTable>
      <ReportNote>{t('report.equation')}</ReportNote>
    </section>
  );
}

const GIVEN = ['pledged', 'received', 'delivered', 'damaged', 'missing'] as const;

export function ReportByAssociation({ pledges }: { pledges: readonly Pledge[] }) {
  const { t } = useTranslation('campaigns');
  const { name, number, unit } = useFormat();
  const associations = totalsByAssociation(pledges);
  if (associations.length === 0) return <ReportNote>{t('report.noPledges')}</ReportNote>;
  return (
    <section>
      <h3>{t('report.byAssociation')}</h3>
      <DataTable isDense caption={t('report.byAssociation')}>
        <thead>
          <tr>
            <th scope="col">{t('report.item')}</th>
            <th scope="col">{t('report.unit')}</th>
            {GIVEN.map((part) => (
              <th key={part} scope="col" data-number>
                {part === 'delivered' ? t('coverage.delivered') : t(`report.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {associations.map(({ association, lines }) => (
            <Fragment key={association.id}>
              <tr className={classes.group}>
                <th scope="rowgroup" colSpan={2 + GIVEN.length}>
                  {name(association)}
                </th>
              </tr>
              {lines.map((line) => (
                <tr key={line.item.id}>
                  <th scope="row">{name(line.item)}</th>
                  <td>{unit(line.item.unit)}</td>
                  {GIVEN.map((part) => (
                    <td key={part} data-number>
                      {number(line[part])}
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </DataTable>
    </section>
  );
}
