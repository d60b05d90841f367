import { Select } from '@mantine/core';
import { listAssociationNames, NoticeAudience, readNoticeReach, SECTORS } from '@qafila/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call, keyOf, useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { ChoiceField } from '../../shared/ui/records/index.ts';
import { useGovernorateChoices } from '../sites/index.ts';
import classes from './Notices.module.css';
import { audienceOf, type NoticeValues } from './notice-values.ts';

const KINDS = ['all', 'sectors', 'governorates', 'one'] as const;

type AudienceFieldProps = {
  values: NoticeValues;
  errors: Readonly<Record<string, ReactNode>>;
  idOf: (path: string) => string;
  onChange: (change: Partial<NoticeValues>) => void;
};

/** Whom it is for, and how many that is now. */
export function AudienceField({ values, errors, idOf, onChange }: AudienceFieldProps) {
  const { t } = useTranslation('notices');
  return (
    <div className={classes.audience}>
      <Select
        id={idOf('audience')}
        label={t('audience.label')}
        required
        allowDeselect={false}
        data={KINDS.map((value) => ({ value, label: t(`audienceKind.${value}`) }))}
        value={values.audience}
        error={errors['audience']}
        onChange={(value) => onChange({ audience: value as NoticeValues['audience'] })}
      />
      <Which values={values} errors={errors} idOf={idOf} onChange={onChange} />
      <Reach values={values} />
    </div>
  );
}

function Which({ values, errors, idOf, onChange }: AudienceFieldProps) {
  const { t } = useTranslation('notices');
  const { t: records } = useTranslation('records');
  const governorates = useGovernorateChoices();
  if (values.audience === 'sectors') {
    return (
      <ChoiceField
        id={idOf('audience.sectors')}
        label={t('audience.sectors')}
        required
        choices={SECTORS.map((value) => ({ value, label: records(`sector.${value}`) }))}
        value={values.sectors}
        error={errors['audience.sectors']}
        onChange={(sectors) => onChange({ sectors })}
      />
    );
  }
  if (values.audience === 'governorates') {
    return (
      <ChoiceField
        id={idOf('audience.governorateCodes')}
        label={t('audience.governorates')}
        required
        choices={governorates}
        value={values.governorateCodes}
        error={errors['audience.governorateCodes']}
        onChange={(governorateCodes) => onChange({ governorateCodes })}
      />
    );
  }
  if (values.audience !== 'one') return null;
  return (
    <AssociationSelect
      id={idOf('audience.associationId')}
      value={values.associationId}
      error={errors['audience.associationId']}
      onChange={(associationId) => onChange({ associationId })}
    />
  );
}

type AssociationSelectProps = {
  id: string;
  value: string | null;
  error: ReactNode;
  onChange: (associationId: string | null) => void;
};

function AssociationSelect(props: AssociationSelectProps) {
  const { t } = useTranslation('notices');
  const { name } = useFormat();
  const { data = [] } = useApiQuery(listAssociationNames, {});
  return (
    <Select
      label={t('association')}
      required
      searchable
      data={data.map((association) => ({ value: association.id, label: name(association) }))}
      {...props}
    />
  );
}

/** How many it would reach if it were sent now. */
function Reach({ values }: { values: NoticeValues }) {
  const { t } = useTranslation('notices');
  const audience = NoticeAudience.safeParse(audienceOf(values));
  const { data } = useQuery({
    queryKey: [...keyOf(readNoticeReach, {}), audience.data],
    queryFn: ({ signal }) =>
      call(readNoticeReach, { body: { audience: audience.data as NoticeAudience }, signal }),
    enabled: audience.success,
  });
  return (
    <p className={classes.reach} role="status">
      {audience.success && data ? t('reach', { count: data.associations }) : t('reachUnknown')}
    </p>
  );
}
