import { describe, expect, it } from 'vitest';
import { labOnDisk } from '../../../../tests/labs/labs-on-disk.ts';
import type { LabFacts } from '../../../domain/guide/build-guide.ts';
import { initialValues } from '../../../domain/labs/control.ts';
import { citable, retrieve } from './view.ts';

const lab = labOnDisk('retrieval');
const facts = lab.facts as LabFacts<'retrieval'>;
const view = (values = {}) => lab.view({ ...initialValues(lab.controls), ...values });

describe('the retrieval lab', () => {
  it('has twenty sentences, with one rule and one exception', () => {
    const sentences = facts.documents.flatMap((document) => document.sentences);
    expect(sentences).toHaveLength(20);
    for (const role of ['rule', 'exception']) {
      expect(sentences.filter((sentence) => sentence.role === role)).toHaveLength(1);
    }
  });

  it('opens with the rule and an outdated one, and without the exception', () => {
    expect(view().value).toBe('Two rules');
    expect(view().result).toBe(
      'The answer says 60 hours, but this patient needs 110. The 2019 edition, which says 20 hours, is among the results. The model reads 26 words.',
    );
    expect(lab.guess.truth).toBe('rule');
  });

  it('never finds the exception alone: a reranker can’t bring back what was not among the first ten', () => {
    for (const hasReranker of [true, false]) {
      const hits = retrieve(facts, { size: 1, k: 10, hasReranker, isFiltered: false });
      expect(citable(hits).hasException).toBe(false);
    }
  });

  it('finds it with its neighbor: by words at rank 4, with a reranker in 16 words', () => {
    const citableWith = (k: number, hasReranker: boolean, isFiltered: boolean) =>
      citable(retrieve(facts, { size: 2, k, hasReranker, isFiltered }));
    expect(citableWith(3, false, false).hasException).toBe(false);
    expect(citableWith(4, false, false)).toMatchObject({ hasException: true, hasOutdated: true });
    expect(citableWith(1, true, true)).toEqual({
      hasRule: true,
      hasException: true,
      hasOutdated: false,
      words: 16,
    });
  });

  it('has all the sentences in chunks of every size, and reads at most k chunks', () => {
    for (const size of [1, 2, 3, 4, 5]) {
      expect(view({ size, k: 10 }).table.rows.length).toBeLessThanOrEqual(10);
      const hits = retrieve(facts, { size, k: 99, hasReranker: false, isFiltered: false });
      expect(hits.flatMap(({ chunk }) => chunk.sentences)).toHaveLength(20);
    }
  });
});
