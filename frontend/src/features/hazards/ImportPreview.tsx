import type { HazardImport } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Notice, ShowMore } from '../../shared/ui/index.ts';
import classes from './ImportPreview.module.css';

/** What would come of a file: how many of each, and every row that is wrong. */
export function ImportPreview({ preview }: { preview: HazardImport }) {
  const { t } = useTranslation('hazards');
  const { number } = useFormat();
  const { format, added, known, left, ended, refused, errors } = preview;
  const isNothing = added + ended === 0;
  return (
    <section className={classes.preview} aria-live="polite">
      {format && <p className={classes.format}>{t(`format.${format}`)}</p>}
      <dl className={classes.counts}>
        {Object.entries({ added, known, left, ended, refused }).map(([kind, count]) => (
          <div key={kind} data-kind={count > 0 ? kind : undefined}>
            <dt>{t(`preview.${kind}`)}</dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
      </dl>
      {isNothing && <Notice kind="warning" title={t('preview.nothing')} />}
      {errors.length > 0 && <ErrorRows preview={preview} />}
    </section>
  );
}

function ErrorRows({ preview: { errors, refused } }: { preview: HazardImport }) {
  const { t } = useTranslation('hazards');
  const { number } = useFormat();
  return (
    <ShowMore entries={errors} step={8}>
      {(shown) => (
        <table className={classes.errors}>
          <caption className="visually-hidden">{t('preview.refused')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('preview.row')}</th>
              <th scope="col">{t('preview.field')}</th>
              <th scope="col">{t('preview.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ row, field, code }) => (
              <tr key={`${row} ${field}`}>
                <td>{row === 0 ? t('preview.file') : number(row)}</td>
                <td>
                  <bdi dir="ltr">{field}</bdi>
                </td>
                <td>{t(`field.${code}`, { ns: 'common' })}</td>
              </tr>
            ))}
          </tbody>
          {refused > errors.length && (
            <tfoot>
              <tr>
                <td colSpan={3}>{t('preview.more', { count: refused - errors.length })}</td>
              </tr>
            </tfoot>
          )}
        </table>
      )}
    </ShowMore>
  );
}
