import type { Application } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { DocumentList } from '../../shared/ui/records/index.ts';
import { ParticularsFacts } from '../associations/index.ts';
import classes from './ApplicationFacts.module.css';

/** What an application says, to be read through. */
export function ApplicationFacts({ application }: { application: Application }) {
  const { t } = useTranslation('applications');
  return (
    <div className={classes.facts}>
      <ParticularsFacts of={application} board={application.board} />
      <h3>{t('step.documents')}</h3>
      {application.documents.length > 0 ? (
        <DocumentList documents={application.documents} hrefOf={null} />
      ) : (
        <p>{t('documents.none')}</p>
      )}
    </div>
  );
}
