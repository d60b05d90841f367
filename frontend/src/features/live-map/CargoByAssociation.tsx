import type { CargoShare } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { DataTable } from '../../shared/ui/index.ts';
import classes from './CargoByAssociation.module.css';
import { cargoTable } from './cargo.ts';
import { Section, SectionNone } from './Section.tsx';

/** Below it a tonne with one decimal says zero. */
const LIGHT_KG = 50;

type CargoProps = { cargo: readonly CargoShare[]; hues: ReadonlyMap<string, number> };

/** Who gave what rides along: association by category, in tonnes, with their shares as a bar. */
export function CargoByAssociation({ cargo, hues }: CargoProps) {
  const { t } = useTranslation('live-map');
  const table = cargoTable(cargo);
  return (
    <Section title={t('drawer.cargo')} {...(table.rows.length > 0 && { note: t('drawer.inTonnes') })}>
      {table.rows.length === 0 ? (
        <SectionNone>{t('drawer.noCargo')}</SectionNone>
      ) : (
        <>
          <div className={classes.bar} aria-hidden="true">
            {table.rows.map(({ share }) => (
              <span
                key={share.association.id}
                data-hue={hues.get(share.association.id)}
                style={{ flexGrow: share.totalKg }}
              />
            ))}
          </div>
          <CargoTable table={table} hues={hues} />
        </>
      )}
    </Section>
  );
}

type CargoTableProps = { table: ReturnType<typeof cargoTable>; hues: CargoProps['hues'] };

function CargoTable({ table, hues }: CargoTableProps) {
  const { t } = useTranslation('live-map');
  const { name, number, tonnes } = useFormat();
  // A few kilograms are not nothing.
  const amount = (kg: number) => (kg < LIGHT_KG ? number(kg / 1000, 2) : tonnes(kg));
  const columns = [
    ...table.categories.map((category) => t(`common:category.${category}`)),
    ...(table.hasOthers ? [t('drawer.others')] : []),
  ];
  const cells = (kg: readonly number[]) =>
    columns.map((column, i) => (
      <td key={column} data-number>
        {kg[i] ? amount(kg[i]) : '–'}
      </td>
    ));
  return (
    <DataTable caption={t('drawer.cargo')} isDense>
      <thead>
        <tr>
          <th scope="col">{t('drawer.association')}</th>
          {columns.map((column) => (
            <th key={column} scope="col" data-number>
              {column}
            </th>
          ))}
          <th scope="col" data-number>
            {t('drawer.total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ share, kg }) => (
          <tr key={share.association.id}>
            <th scope="row" className={classes.association}>
              <span className={classes.swatch} data-hue={hues.get(share.association.id)} aria-hidden="true" />
              {name(share.association)}
            </th>
            {cells(kg)}
            <td data-number>
              <b>{amount(share.totalKg)}</b>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('drawer.total')}</th>
          {cells(table.totalsKg)}
          <td data-number>{tonnes(table.totalKg)}</td>
        </tr>
      </tfoot>
    </DataTable>
  );
}
