import type { Project } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Panel } from '../../shared/ui/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import classes from './Projects.module.css';

/** What was proposed: the budget and where it comes from, and what was planned. */
export function PlanPanel({ project }: { project: Project }) {
  const { t } = useTranslation('projects');
  const { pounds, fullDate, number } = useFormat();
  const governorateOf = useGovernorateName();
  const facts = [
    [t('form.governorate'), governorateOf(project.governorateCode)],
    [t('form.budget'), pounds(project.budgetSyp)],
    ...project.funding.map((it) => [t(`source.${it.source}`), pounds(it.amountSyp)]),
    [t('form.plannedStart'), fullDate(project.plannedStart)],
    ...(project.startedOn ? [[t('startedOn'), fullDate(project.startedOn)]] : []),
    ...(project.endedOn ? [[t('endedOn'), fullDate(project.endedOn)]] : []),
    [t('form.income'), pounds(project.plannedMonthlyIncomeSyp)],
    [t('form.cost'), pounds(project.plannedMonthlyCostSyp)],
    [t('form.jobs'), number(project.plannedJobs)],
    [t('form.families'), number(project.plannedFamilies)],
  ];
  return (
    <Panel title={t('plan')}>
      {project.description && (
        <p dir="auto" className={classes.description}>
          {project.description}
        </p>
      )}
      <dl className={classes.facts}>
        {facts.map(([term, value]) => (
          <Fact key={term} term={term ?? ''} value={value ?? ''} />
        ))}
      </dl>
    </Panel>
  );
}

function Fact({ term, value }: { term: string; value: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </>
  );
}
