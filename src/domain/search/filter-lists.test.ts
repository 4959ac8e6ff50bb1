import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jurisdictions, levels, topics } from '../../guide.ts';
import type { Question } from '../guide/build-guide.ts';
import { instantData } from './build-instant.ts';
import { cutShards } from './cut-shards.ts';
import { countByValue, isFiltered, listByValue, passing, readFiltersFile } from './filter-lists.ts';
import {
  decodeRuns,
  docsPerShard,
  encodeRuns,
  type FiltersFile,
  inlineQuestions,
  type SummaryShard,
} from './instant-format.ts';

const [first, second, third] = [topics[0].id, topics[1].id, topics[2].id];
const where = jurisdictions[0].id;

/** Questions by level and topics, the first half of them of the first level. */
function questions(count: number): Question[] {
  return Array.from({ length: count }, (_, place) => ({
    code: `q${place}`,
    slug: `question-${place}`,
    title: 'Title',
    label: 'Label',
    summary: `Summary ${place}`,
    aliases: [],
    level: levels[place < count / 2 ? 0 : 1].id,
    topics: place % 2 === 0 ? [first, second] : [second],
    jurisdictions: place === 3 ? [where] : [],
  })) as unknown as Question[];
}

function indexOf(count: number) {
  const data = instantData(questions(count).map((question) => ({ question, hint: '' })));
  return { docs: data.docs, ...cutShards(data, 'hash') };
}

const none = { level: [], topic: [], jurisdiction: [] };

describe('filters', () => {
  const { docs, root } = indexOf(8);
  const lists = listByValue(docs, root);
  const found = (chosen: object) => passing(lists, { ...none, ...chosen }, docs.length);

  it('let everything pass without a choice', () => {
    expect(isFiltered(none)).toBe(false);
    expect(found({})).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('join the values of one filter and cross the filters', () => {
    expect(found({ topic: [first] })).toEqual([0, 2, 4, 6]);
    expect(found({ topic: [first, second] })).toHaveLength(8);
    expect(found({ topic: [first], level: [levels[0].id] })).toEqual([0, 2]);
    expect(found({ topic: [third] })).toEqual([]);
  });

  it('count the other values of a filter as if they were chosen instead', () => {
    const counts = countByValue(lists, { ...none, topic: [first] }, docs.length);
    expect(counts['topic']).toMatchObject({
      [first]: 4,
      [second]: 8,
      [third]: 0,
    });
    expect(counts['level']).toMatchObject({ [levels[0].id]: 2, [levels[1].id]: 2 });
    expect(counts['jurisdiction']?.[where]).toBe(0);
  });

  it('have a file in a large guide that says the same', () => {
    const large = indexOf(inlineQuestions + 1);
    const file = JSON.parse(JSON.stringify(large.shards.get('filters'))) as FiltersFile;
    expect(readFiltersFile(file)).toEqual(listByValue(large.docs, large.root));
    expect(file.level[levels[0].id]).toBe('0 126');
  });
});

describe('summaries', () => {
  it.each([8, inlineQuestions + 1])('stand in shards by code, of %d questions', (count) => {
    const { shards } = indexOf(count);
    const last = shards.get(`s${Math.floor((count - 1) / docsPerShard)}`) as SummaryShard;
    expect(last[`q${count - 1}`]).toBe(`Summary ${count - 1}`);
  });
});

describe('runs of places', () => {
  it('come back as they were written', () => {
    expect(encodeRuns([0, 1, 5])).toBe('0 2 3 1');
    const places = fc.uniqueArray(fc.nat(300)).map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(places, (list) => {
        expect(decodeRuns(encodeRuns(list))).toEqual(list);
      }),
    );
  });
});
