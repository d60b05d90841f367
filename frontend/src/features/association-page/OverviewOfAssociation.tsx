import { readAssociation } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { Panel, PhoneNumber, QueryView } from '../../shared/ui/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import classes from './OverviewOfAssociation.module.css';

/** Who it is and how it is reached, at a glance. */
export function OverviewOfAssociation({ associationId }: { associationId: string }) {
  const { t } = useTranslation('association-page');
  const { number } = useFormat();
  const governorateOf = useGovernorateName();
  const query = useApiQuery(readAssociation, { params: { associationId } });
  return (
    <Panel title={t('overview.title')}>
      <QueryView query={query}>
        {(association) => (
          <dl className={classes.facts}>
            <dt>{t('overview.governorate')}</dt>
            <dd>{governorateOf(association.governorateCode)}</dd>
            <dt>{t('overview.contact')}</dt>
            <dd>
              {association.contactName || '–'} <PhoneNumber number={association.contactPhone} />
            </dd>
            <dt>{t('overview.campaigns')}</dt>
            <dd>{number(association.campaignCount)}</dd>
            <dt>{t('overview.users')}</dt>
            <dd>{number(association.memberCount)}</dd>
          </dl>
        )}
      </QueryView>
    </Panel>
  );
}
