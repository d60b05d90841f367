import { questionsIn, raisedBy, type Visit, type VisitQuestion, type VisitSection } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Panel } from '../../shared/ui/index.ts';
import classes from './AnswerSection.module.css';
import { AnswerValue } from './AnswerValue.tsx';
import { Photos } from './Photos.tsx';
import { ResultTag } from './ResultTag.tsx';
import { useQuestionText } from './use-texts.ts';

type AnswerSectionProps = { section: VisitSection; visit: Visit };

/** What was asked under one head, and what was answered. */
export function AnswerSection({ section, visit }: AnswerSectionProps) {
  const { t } = useTranslation('visits');
  const { name, number } = useFormat();
  const ids = new Set(questionsIn([section]).map(({ id }) => id));
  const answered = new Set(
    [...visit.answers, ...visit.photos].map(({ questionId }) => questionId).filter((id) => ids.has(id)),
  );
  return (
    <Panel
      flush
      title={name({ nameAr: section.titleAr, nameEn: section.titleEn })}
      note={t('answered', { count: number(answered.size), total: number(ids.size) })}
      className={classes.section}
    >
      <ol className={classes.questions}>
        {section.questions.map((question) => (
          <Question key={question.id} question={question} visit={visit} />
        ))}
      </ol>
    </Panel>
  );
}

function Question({ question, visit }: { question: VisitQuestion; visit: Visit }) {
  const { t } = useTranslation('visits');
  const { fullDateTime } = useFormat();
  const textOf = useQuestionText();
  const answer = visit.answers.find(({ questionId }) => questionId === question.id);
  const photos = visit.photos.filter(({ questionId }) => questionId === question.id);
  const severity = raisedBy(question, answer?.value ?? null);
  return (
    <li className={classes.question}>
      <div className={classes.asked}>
        <span>
          {textOf(question)}
          {question.isRequired && visit.status !== 'finished' && (
            <small className={classes.required}> · {t('required')}</small>
          )}
        </span>
        {answer?.note && (
          <p className={classes.note}>
            <bdi>{answer.note}</bdi>
          </p>
        )}
        {answer && (
          <small className={classes.by}>
            {answer.byName} · {fullDateTime(answer.at)}
          </small>
        )}
      </div>
      <div className={classes.answer}>
        {question.kind !== 'photo' && <AnswerValue question={question} value={answer?.value ?? null} />}
        {severity && <ResultTag result={severity} />}
        {question.kind === 'photo' && photos.length === 0 && <AnswerValue question={question} value={null} />}
      </div>
      {photos.length > 0 && <Photos photos={photos} />}
    </li>
  );
}
