import { FundingSource } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import type { ApiForm } from '../../shared/forms/index.ts';
import { QuantityInput, WholeRow } from '../../shared/ui/index.ts';
import classes from './Projects.module.css';
import type { ProjectValues } from './project-values.ts';
import { useProjectLabels } from './useProjectLabels.ts';

/** The budget and where it comes from; what is still without a source is told while it is typed. */
export function FundingFields({ api: { form, idOf } }: { api: ApiForm<ProjectValues> }) {
  const { t } = useTranslation('projects');
  const { pounds } = useFormat();
  const labels = useProjectLabels();
  const { budgetSyp, funding } = form.values;
  const sum = FundingSource.options.reduce((total, it) => total + amount(funding[it]), 0);
  const rest = amount(budgetSyp) - sum;
  return (
    <>
      <WholeRow>
        <QuantityInput
          label={labels.budgetSyp}
          required
          unit={t('pound')}
          {...form.getInputProps('budgetSyp')}
        />
      </WholeRow>
      {FundingSource.options.map((source) => (
        <QuantityInput
          key={source}
          label={t(`source.${source}`)}
          unit={t('pound')}
          {...form.getInputProps(`funding.${source}`)}
        />
      ))}
      <WholeRow>
        <p id={idOf('funding')} tabIndex={-1} className={classes.muted} role="status">
          {form.errors['funding'] ?? t(rest === 0 ? 'form.funded' : 'form.unfunded', { rest: pounds(rest) })}
        </p>
      </WholeRow>
    </>
  );
}

function amount(value: number | string): number {
  return typeof value === 'number' ? value : 0;
}
