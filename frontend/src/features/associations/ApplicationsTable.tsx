import type { ApplicationSummary } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { Code, DataTable } from '../../shared/ui/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import { ApplicationStageTag } from './ApplicationStageTag.tsx';

type ApplicationsTableProps = {
  applications: readonly ApplicationSummary[];
  /** Beside other things: without what the application’s own page says. */
  isShort?: boolean;
};

/** Applications, and how long each has waited. */
export function ApplicationsTable({ applications, isShort = false }: ApplicationsTableProps) {
  const { t } = useTranslation('associations');
  return (
    <DataTable isStacked caption={t('applications.title')}>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          {!isShort && <th scope="col">{t('governorate')}</th>}
          {!isShort && <th scope="col">{t('applications.begun')}</th>}
          <th scope="col">{t('applications.handedIn')}</th>
          {!isShort && <th scope="col">{t('applications.stage')}</th>}
        </tr>
      </thead>
      <tbody>
        {applications.map((application) => (
          <ApplicationRow key={application.associationId} application={application} isShort={isShort} />
        ))}
      </tbody>
    </DataTable>
  );
}

function ApplicationRow({ application, isShort }: { application: ApplicationSummary; isShort: boolean }) {
  const { t } = useTranslation('associations');
  const { name, fullDate, relative } = useFormat();
  const governorateOf = useGovernorateName();
  const { associationId, reference, kind, governorateCode, appliedAt, submittedAt, stage } = application;
  return (
    <tr>
      <th scope="row">
        <Link href={`/associations/${associationId}/registration`}>{name(application)}</Link>
        <small>
          {t(`associationKind.${kind}`)} · <Code muted>{reference}</Code>
        </small>
      </th>
      {!isShort && <td data-label={t('governorate')}>{governorateOf(governorateCode)}</td>}
      {!isShort && <td data-label={t('applications.begun')}>{fullDate(appliedAt)}</td>}
      <td data-label={t('applications.handedIn')}>
        {submittedAt ? (
          <>
            {fullDate(submittedAt)}
            <small>{relative(submittedAt)}</small>
          </>
        ) : (
          '–'
        )}
      </td>
      {!isShort && (
        <td data-label={t('applications.stage')}>
          <ApplicationStageTag stage={stage} />
        </td>
      )}
    </tr>
  );
}
