import type { ReferralHelp, ReferralPerson } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { EmptyNote, Panel } from '../../shared/ui/index.ts';
import classes from './HelpList.module.css';

type HelpListProps = { help: readonly ReferralHelp[]; person: ReferralPerson | undefined };

/** Help that was given, newest first; what was described in words only while the person is shown. */
export function HelpList({ help, person }: HelpListProps) {
  const { t } = useTranslation('referrals');
  const { pounds } = useFormat();
  const amountSyp = help.reduce((sum, it) => sum + (it.amountSyp ?? 0), 0);
  const newestFirst = [...help].sort(
    (one, other) =>
      other.givenOn.localeCompare(one.givenOn) || other.recordedAt.localeCompare(one.recordedAt),
  );
  return (
    <Panel
      flush
      title={t('help.listTitle')}
      note={help.length > 0 && t('help.times', { count: help.length })}
      aside={amountSyp > 0 && <b>{pounds(amountSyp)}</b>}
    >
      {help.length === 0 && <EmptyNote title={t('help.none')}>{t('help.noneText')}</EmptyNote>}
      <ul className={classes.list}>
        {newestFirst.map((it) => (
          <HelpRow key={it.id} help={it} person={person} />
        ))}
      </ul>
    </Panel>
  );
}

function HelpRow({ help, person }: { help: ReferralHelp; person: ReferralPerson | undefined }) {
  const { t } = useTranslation('referrals');
  const { fullDate, month, name, pounds } = useFormat();
  const written = person?.help.find(({ helpId }) => helpId === help.id);
  return (
    <li className={classes.help}>
      <div>
        <b>{fullDate(help.givenOn)}</b>
        {help.forMonth && <small>{t('help.forMonth', { month: month(help.forMonth) })}</small>}
      </div>
      <div>
        {help.amountSyp !== null && <b>{pounds(help.amountSyp)}</b>}
        <ul className={classes.lines}>
          {help.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name, and they never change
            <Line key={index} line={line} description={written?.descriptions[index]} />
          ))}
        </ul>
        {written?.note && <p>{written.note}</p>}
        <small>{t('help.by', { association: name(help.association), name: help.recordedByName })}</small>
      </div>
    </li>
  );
}

type LineProps = { line: ReferralHelp['lines'][number]; description: string | undefined };

function Line({ line: { item, quantity }, description }: LineProps) {
  const { t } = useTranslation('referrals');
  const { name, number, quantity: quantityOf } = useFormat();
  return (
    <li data-hidden={(!item && !description) || undefined}>
      <bdi>{item ? name(item) : description || t('help.described')}</bdi> ·{' '}
      <b>{item ? quantityOf(quantity, item.unit) : number(quantity)}</b>
    </li>
  );
}
