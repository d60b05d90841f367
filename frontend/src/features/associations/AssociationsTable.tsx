import type { Association } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../shared/format/index.ts';
import { DataTable, PhoneNumber, StageTag } from '../../shared/ui/index.ts';
import { useAidWord } from '../../shared/ui/records/index.ts';
import { useGovernorateName } from '../sites/index.ts';

export function AssociationsTable({ associations }: { associations: readonly Association[] }) {
  const { t } = useTranslation('associations');
  return (
    <DataTable isStacked caption={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('declaration')}</th>
          <th scope="col">{t('governorate')}</th>
          <th scope="col">{t('work.sectors')}</th>
          <th scope="col">{t('contact')}</th>
          <th scope="col" data-number>
            {t('campaigns')}
          </th>
          <th scope="col" data-number>
            {t('members')}
          </th>
          <th scope="col">{t('status')}</th>
        </tr>
      </thead>
      <tbody>
        {associations.map((association) => (
          <AssociationRow key={association.id} association={association} />
        ))}
      </tbody>
    </DataTable>
  );
}

function AssociationRow({ association }: { association: Association }) {
  const { t } = useTranslation('associations');
  const { name, otherName, number } = useFormat();
  const governorateOf = useGovernorateName();
  const word = useAidWord();
  return (
    <tr>
      <th scope="row">
        <Link href={`/associations/${association.id}`}>{name(association)}</Link>
        <small>
          {t(`associationKind.${association.kind}`)} · {otherName(association)}
        </small>
      </th>
      <td data-label={t('declaration')}>
        <Declaration association={association} />
      </td>
      <td data-label={t('governorate')}>{governorateOf(association.governorateCode)}</td>
      <td data-label={t('work.sectors')}>
        {association.sectors.map(word.sector).join(t('coverage.separator')) || '–'}
      </td>
      <td data-label={t('contact')}>
        {association.contactName || '–'}
        {association.contactPhone && (
          <small>
            <PhoneNumber number={association.contactPhone} />
          </small>
        )}
      </td>
      <td data-number data-label={t('campaigns')}>
        {number(association.campaignCount)}
      </td>
      <td data-number data-label={t('members')}>
        {number(association.memberCount)}
      </td>
      <td data-label={t('status')}>
        <StageTag of="association" state={association.status} framed={false} />
      </td>
    </tr>
  );
}

/** 412 لعام 2020 */
function Declaration({
  association: { declarationNumber, declaredOn },
}: {
  association: Pick<Association, 'declarationNumber' | 'declaredOn'>;
}) {
  const { t } = useTranslation('associations');
  const { digits } = useFormat();
  if (declarationNumber === null) return t('notDeclared');
  return t('declarationOf', {
    number: digits(String(declarationNumber)),
    year: digits(declaredOn?.slice(0, 4) ?? '–'),
  });
}
