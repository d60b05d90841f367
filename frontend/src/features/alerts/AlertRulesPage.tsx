import { Button } from '@mantine/core';
import { DEFAULT_ALERT_RULES, readAlertRules, updateAlertRules } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { type Answer, invalidateTopics, queryClient, useApiQuery } from '../../shared/api/index.ts';
import { useFormat } from '../../shared/format/index.ts';
import { useApiForm, useEdited } from '../../shared/forms/index.ts';
import {
  FieldErrors,
  FormActions,
  FormGrid,
  FormShell,
  notifyDone,
  PageHead,
  Panel,
  QuantityInput,
  QueryView,
  StaleNotice,
} from '../../shared/ui/index.ts';
import { useCan } from '../session/index.ts';
import classes from './AlertRulesPage.module.css';
import { boundsOf, RULE_GROUPS, type RuleName, type RuleValues, toRules } from './rules.ts';

type Rules = Answer<typeof readAlertRules>;

/** When a campaign wants to be told: `/c/:campaignId/alerts/rules`. */
export function AlertRulesPage() {
  const { t } = useTranslation('alerts');
  const { campaignId = '' } = useParams<{ campaignId: string }>();
  const query = useApiQuery(readAlertRules, { params: { campaignId } });
  return (
    <>
      <PageHead trail={<Link href={`/c/${campaignId}/alerts`}>{t('title')}</Link>} title={t('rules.title')} />
      <Panel className={classes.form}>
        <QueryView query={query}>{(rules) => <Edited campaignId={campaignId} rules={rules} />}</QueryView>
      </Panel>
    </>
  );
}

type EditedProps = { campaignId: string; rules: Rules };

function Edited({ campaignId, rules }: EditedProps) {
  const { started, isStale, reload, restart } = useEdited(rules);
  return (
    <>
      {isStale && <StaleNotice onReload={reload} />}
      <RulesForm key={started.version} campaignId={campaignId} rules={started} onSaved={restart} />
    </>
  );
}

function useLabels(): Record<RuleName, string> {
  const { t } = useTranslation('alerts');
  const names = RULE_GROUPS.flatMap(({ rules }) => rules.map(({ name }) => name));
  return Object.fromEntries(names.map((name) => [name, t(`rule.${name}`)])) as Record<RuleName, string>;
}

type RulesFormProps = EditedProps & { onSaved: (rules: Rules) => void };

function RulesForm({ campaignId, rules: { rules, version }, onSaved }: RulesFormProps) {
  const { t } = useTranslation('alerts');
  const canConfigure = useCan()('alert:configure');
  const { form, submit, isSubmitting, failure } = useApiForm({
    endpoint: updateAlertRules,
    target: { params: { campaignId } },
    ifMatch: version,
    initialValues: rules as RuleValues,
    labels: useLabels(),
    toBody: toRules,
    onDone: async (saved) => {
      await invalidateTopics(queryClient, campaignId, ['alerts']);
      onSaved(saved);
      notifyDone(t('rules.saved'));
    },
  });
  return (
    <FormShell onSubmit={submit}>
      <FieldErrors failure={failure} />
      {RULE_GROUPS.map(({ key, rules: ofGroup }) => (
        <fieldset key={key} className={classes.group} disabled={!canConfigure}>
          <legend>{t(`rules.${key}`)}</legend>
          <FormGrid>
            {ofGroup.map(({ name, unit }) => (
              <RuleInput key={name} name={name} unit={unit} input={form.getInputProps(name)} />
            ))}
          </FormGrid>
        </fieldset>
      ))}
      {canConfigure && (
        <FormActions>
          <Button type="submit" size="md" loading={isSubmitting}>
            {t('action.save')}
          </Button>
          <Button size="md" variant="default" onClick={() => form.setValues(DEFAULT_ALERT_RULES)}>
            {t('rules.reset')}
          </Button>
        </FormActions>
      )}
    </FormShell>
  );
}

type RuleInputProps = {
  name: RuleName;
  unit: string;
  input: { value?: number | string; onChange: (value: number | string) => void };
};

function RuleInput({ name, unit, input }: RuleInputProps) {
  const { t } = useTranslation('alerts');
  const { number } = useFormat();
  const { min, max } = boundsOf(name);
  const range = { min: number(min), max: number(max), usual: number(DEFAULT_ALERT_RULES[name]) };
  return (
    <QuantityInput
      {...input}
      label={t(`rule.${name}`)}
      description={t('rules.range', range)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      unit={t(`unit.${unit}`)}
      required
    />
  );
}
