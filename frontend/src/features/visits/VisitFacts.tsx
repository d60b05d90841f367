import type { Visit } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { PhoneNumber } from '../../shared/ui/index.ts';
import { usePlaceText, useVisitorNames } from './use-texts.ts';
import classes from './VisitPage.module.css';

/** When, where, by whom, what for. */
export function VisitFacts({ visit }: { visit: Visit }) {
  const { t } = useTranslation('visits');
  const { name, fullDateTime, number } = useFormat();
  const placeText = usePlaceText();
  const visitorNames = useVisitorNames();
  const { association, template } = visit;
  return (
    <dl className={classes.facts}>
      <dt>{t('field.association')}</dt>
      <dd>
        <Link href={`/associations/${association.id}/visits`}>{name(association)}</Link>
      </dd>
      <dt>{t('field.purpose')}</dt>
      <dd>
        <bdi>{visit.purpose}</bdi>
      </dd>
      <dt>{t('field.planned')}</dt>
      <dd>{fullDateTime(visit.plannedFor)}</dd>
      <Times visit={visit} />
      <dt>{t('field.place')}</dt>
      <dd>
        {placeText(visit.place)}
        {visit.place.isApproximate && <small> · {t('place.approximate')}</small>}
      </dd>
      <dt>{t('field.visitors')}</dt>
      <dd>{visitorNames(visit)}</dd>
      <dt>{t('field.announced')}</dt>
      <dd>{t(visit.isAnnounced ? 'announced.yes' : 'announced.no')}</dd>
      <dt>{t('field.template')}</dt>
      <dd>
        {name(template)} <small>{t('templates.version', { version: number(template.version) })}</small>
      </dd>
      {visit.contactName !== '' && (
        <>
          <dt>{t('field.contact')}</dt>
          <dd>
            <bdi>{visit.contactName}</bdi> <PhoneNumber number={visit.contactPhone} />
          </dd>
        </>
      )}
    </dl>
  );
}

function Times({ visit: { startedAt, finishedAt } }: { visit: Visit }) {
  const { t } = useTranslation('visits');
  const { fullDateTime } = useFormat();
  return (
    <>
      {startedAt && (
        <>
          <dt>{t('field.started')}</dt>
          <dd>{fullDateTime(startedAt)}</dd>
        </>
      )}
      {finishedAt && (
        <>
          <dt>{t('field.finished')}</dt>
          <dd>{fullDateTime(finishedAt)}</dd>
        </>
      )}
    </>
  );
}
