import { SCALE, type AnswerValue as Value, type VisitQuestion } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import classes from './AnswerValue.module.css';

type AnswerValueProps = { question: VisitQuestion; value: Value | null };

/** An answer as its question wants it read. */
export function AnswerValue({ question, value }: AnswerValueProps) {
  const { t } = useTranslation('visits');
  const { number, name } = useFormat();
  if (value === null) return <span className={classes.none}>{t('answer.none')}</span>;
  if (typeof value === 'boolean') return <strong>{t(value ? 'answer.yes' : 'answer.no')}</strong>;
  if (typeof value === 'string') return <bdi className={classes.text}>{value}</bdi>;
  if (question.kind === 'scale') return <Scale value={value} />;
  const unit = question.kind === 'number' ? name({ nameAr: question.unitAr, nameEn: question.unitEn }) : '';
  return (
    <strong>
      <bdi>{number(value)}</bdi> {unit}
    </strong>
  );
}

const STEPS = Array.from({ length: SCALE.maximum }, (_, index) => index + 1);

function Scale({ value }: { value: number }) {
  const { t } = useTranslation('visits');
  const { number } = useFormat();
  const said = t('answer.scale', { value: number(value), most: number(SCALE.maximum) });
  return (
    <span className={classes.scale}>
      <span className={classes.steps} aria-hidden="true">
        {STEPS.map((step) => (
          <i key={step} data-filled={step <= value || undefined} />
        ))}
      </span>
      <strong>{said}</strong>
    </span>
  );
}
