import type { VisitQuestion } from '@qafila/contract';
import type { ReactNode } from 'react';

/** What is wrong at a path of the body, and the id of the field that is for it. */
export type Faults = { errorAt: (path: string) => ReactNode; idOf: (path: string) => string };

export type QuestionFieldsProps<Question extends VisitQuestion = VisitQuestion> = {
  question: Question;
  /** Of the question in the body. */
  path: string;
  faults: Faults;
  onChange: (question: VisitQuestion) => void;
};
