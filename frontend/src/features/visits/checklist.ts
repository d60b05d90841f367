import type { QuestionKind, VisitQuestion, VisitSection } from '@qafila/contract';
import { randomUuid } from '../../shared/api/index.ts';

/** What can be done to a checklist that is being written; sections and questions are named by their place. */
export type Edit =
  | { do: 'addSection' }
  | { do: 'changeSection'; section: number; fields: Partial<Pick<VisitSection, 'titleAr' | 'titleEn'>> }
  | { do: 'removeSection'; section: number }
  | { do: 'moveSection'; section: number; by: -1 | 1 }
  | { do: 'addQuestion'; section: number; question: VisitQuestion }
  | { do: 'changeQuestion'; at: Place; question: VisitQuestion }
  | { do: 'removeQuestion'; at: Place }
  | { do: 'moveQuestion'; at: Place; to: Place };

export type Place = { section: number; index: number };

export function edited(sections: readonly VisitSection[], edit: Edit): VisitSection[] {
  switch (edit.do) {
    case 'addSection':
      return [...sections, newSection()];
    case 'changeSection':
      return changed(sections, edit.section, (it) => ({ ...it, ...edit.fields }));
    case 'removeSection':
      return sections.filter((_, index) => index !== edit.section);
    case 'moveSection':
      return moved(sections, edit.section, edit.section + edit.by);
    case 'addQuestion':
      return withQuestions(sections, edit.section, (questions) => [...questions, edit.question]);
    case 'changeQuestion':
      return withQuestions(sections, edit.at.section, (questions) =>
        questions.map((it, index) => (index === edit.at.index ? edit.question : it)),
      );
    case 'removeQuestion':
      return withQuestions(sections, edit.at.section, (questions) =>
        questions.filter((_, index) => index !== edit.at.index),
      );
    case 'moveQuestion':
      return withMoved(sections, edit.at, edit.to);
  }
}

/** Where in the body a change is; undefined where it gives sections or questions other places. */
export function pathOf(edit: Edit): string | undefined {
  if (edit.do === 'changeSection') return `sections.${edit.section}`;
  if (edit.do === 'changeQuestion') return `sections.${edit.at.section}.questions.${edit.at.index}`;
  return undefined;
}

function changed(
  sections: readonly VisitSection[],
  at: number,
  change: (section: VisitSection) => VisitSection,
): VisitSection[] {
  return sections.map((section, index) => (index === at ? change(section) : section));
}

function withQuestions(
  sections: readonly VisitSection[],
  at: number,
  change: (questions: VisitQuestion[]) => VisitQuestion[],
): VisitSection[] {
  return changed(sections, at, (section) => ({ ...section, questions: change(section.questions) }));
}

function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  return items.filter((_, index) => index !== from).toSpliced(to, 0, item);
}

function withMoved(sections: readonly VisitSection[], from: Place, to: Place): VisitSection[] {
  const question = sections[from.section]?.questions[from.index];
  if (!question || !sections[to.section]) return [...sections];
  const without = withQuestions(sections, from.section, (questions) =>
    questions.filter((it) => it !== question),
  );
  return withQuestions(without, to.section, (questions) => questions.toSpliced(to.index, 0, question));
}

/** Where a step up or down leads: past the edge of a section into its neighbour; undefined at the very ends. */
export function placeBeside(
  sections: readonly VisitSection[],
  { section, index }: Place,
  by: -1 | 1,
): Place | undefined {
  const next = index + by;
  if (next >= 0 && next < (sections[section]?.questions.length ?? 0)) return { section, index: next };
  const neighbour = sections[section + by];
  if (!neighbour) return undefined;
  return { section: section + by, index: by === 1 ? 0 : neighbour.questions.length };
}

export function newSection(): VisitSection {
  return { id: randomUuid(), titleAr: '', titleEn: '', questions: [newQuestion()] };
}

export function newQuestion(): VisitQuestion {
  return { id: randomUuid(), kind: 'yes_no', textAr: '', textEn: '', isRequired: true, raises: null };
}

/** The same question, to be answered in another way; what only the old way had is gone. */
export function asKind({ id, textAr, textEn, isRequired }: VisitQuestion, kind: QuestionKind): VisitQuestion {
  const asked = { id, textAr, textEn, isRequired };
  switch (kind) {
    case 'yes_no':
    case 'scale':
      return { ...asked, kind, raises: null };
    case 'number':
      return { ...asked, kind, unitAr: '', unitEn: '', minimum: 0, maximum: null, raises: null };
    case 'text':
    case 'photo':
      return { ...asked, kind };
  }
}
