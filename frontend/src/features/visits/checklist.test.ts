import { type VisitSection, VisitSections } from '@qafila/contract';
import { describe, expect, it } from 'vitest';
import { asKind, edited, newQuestion, newSection, placeBeside } from './checklist.ts';

const section = (count: number): VisitSection => ({
  ...newSection(),
  titleAr: 'أ',
  titleEn: 'a',
  questions: Array.from({ length: count }, () => ({ ...newQuestion(), textAr: 'س', textEn: 'q' })),
});
const ids = (sections: readonly VisitSection[]) => sections.map((it) => it.questions.map(({ id }) => id));

describe('a question that is moved', () => {
  const sections = [section(2), section(1)];
  const [[a, b], [c]] = ids(sections) as [[string, string], [string]];

  it('goes on into the next section, and back', () => {
    const at = { section: 0, index: 1 };
    const to = placeBeside(sections, at, 1);
    expect(to).toEqual({ section: 1, index: 0 });
    const after = edited(sections, { do: 'moveQuestion', at, to: to ?? at });
    expect(ids(after)).toEqual([[a], [b, c]]);
    const back = placeBeside(after, { section: 1, index: 0 }, -1);
    expect(back).toEqual({ section: 0, index: 1 });
    expect(ids(edited(after, { do: 'moveQuestion', at: { section: 1, index: 0 }, to: back ?? at }))).toEqual([
      [a, b],
      [c],
    ]);
  });

  it('stays where nothing lies beyond', () => {
    expect(placeBeside(sections, { section: 0, index: 0 }, -1)).toBeUndefined();
    expect(placeBeside(sections, { section: 1, index: 0 }, 1)).toBeUndefined();
  });

  it('changes places with its neighbour', () => {
    const after = edited(sections, {
      do: 'moveQuestion',
      at: { section: 0, index: 0 },
      to: { section: 0, index: 1 },
    });
    expect(ids(after)).toEqual([[b, a], [c]]);
  });
});

describe('a question of another kind', () => {
  it('keeps its words, and is whole by the contract whatever it becomes', () => {
    const question = { ...newQuestion(), textAr: 'س', textEn: 'q' };
    for (const kind of ['yes_no', 'scale', 'number', 'text', 'photo'] as const) {
      const changed = asKind(question, kind);
      expect(changed).toMatchObject({ id: question.id, textEn: 'q', kind });
      expect(VisitSections.safeParse([{ ...section(1), questions: [changed] }]).success).toBe(true);
    }
  });
});

describe('sections', () => {
  it('are added, moved and taken away', () => {
    const [one, two] = [section(1), section(1)];
    expect(edited([one, two], { do: 'moveSection', section: 0, by: 1 })).toEqual([two, one]);
    expect(edited([one, two], { do: 'moveSection', section: 0, by: -1 })).toEqual([one, two]);
    expect(edited([one, two], { do: 'removeSection', section: 0 })).toEqual([two]);
    expect(edited([one], { do: 'addSection' })).toHaveLength(2);
  });
});
