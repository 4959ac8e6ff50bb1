import { beforeAll, describe, expect, it } from 'vitest';
import { searchData, searchTerms } from '../../../src/domain/export/search-json.ts';
import { adQuestions } from '../../../src/domain/plan/ad-questions.ts';
import { adWords } from '../../../src/domain/plan/ad-words.ts';
import { AdMatcher } from '../../../src/domain/plan/match-ad.ts';
import { topics } from '../../../src/guide.ts';
import { freshAds, type JobAd, tunedAds } from '../../examples/job-ads.ts';
import { guideOnDisk } from '../../support/guide-data.ts';

let matcher: AdMatcher;
beforeAll(() => {
  const guide = guideOnDisk();
  matcher = new AdMatcher(
    adQuestions(searchData(guide, []).questions, searchTerms(guide)),
    adWords,
  );
});

/** Returns the codes of the first ten questions. */
function firstTen(text: string): string[] {
  return matcher
    .match(text)
    .ranking.slice(0, 10)
    .map(({ code }) => code);
}

/** Returns the share of the wanted questions that are among the first ten. */
function shareFound(ads: readonly JobAd[]): number {
  const wanted = ads.flatMap(({ wanted }) => wanted).length;
  const found = ads.flatMap(({ text, wanted }) => {
    const ten = firstTen(text);
    return wanted.filter((code) => ten.includes(code));
  });
  return found.length / wanted;
}

describe('a job description', () => {
  it('finds what an expert would ask among its first ten questions', () => {
    expect(shareFound(tunedAds)).toBeGreaterThan(0.9);
    // These are descriptions for which nobody has tuned the words.
    expect(shareFound(freshAds)).toBeGreaterThan(0.75);
  });

  it.each([
    ['EHR integration', 'ehr'],
    ['Epic', 'ehr'],
    ['510(k)', 'fda'],
    ['stakeholder', 'team'],
    ['roadmap', 'strategy'],
    ['HL7', 'fhir'],
    ['GDPR', 'eu-law'],
    ['A/B test', 'mlops'],
    ['MLOps', 'mlops'],
    ['Jira', 'strategy'],
  ])('with “%s” asks for questions about %s first', (phrase, topic) => {
    const text = `You have three years of experience with ${phrase}.`;
    const { phrases, ranking } = matcher.match(text);
    expect(phrases.map(({ start, end }) => text.slice(start, end))).toContain(phrase);
    const first = guideOnDisk().byCode.get(ranking[0]?.code ?? '');
    expect(first?.topics).toContain(topic);
    expect(ranking[0]?.reasons).toContain(phrase);
  });

  it('marks phrases in their place, each once, and gives every question with a phrase its reasons', () => {
    for (const { text } of [...tunedAds, ...freshAds]) {
      const { phrases, ranking } = matcher.match(text);
      expect(phrases.length).toBeGreaterThan(8);
      let end = 0;
      for (const phrase of phrases) {
        expect(phrase.start).toBeGreaterThanOrEqual(end);
        ({ end } = phrase);
      }
      const names = new Set(phrases.map(({ name }) => name));
      for (const { reasons } of ranking) {
        for (const reason of reasons) expect(names).toContain(reason);
      }
      for (const { reasons } of ranking.slice(0, 10)) expect(reasons).not.toEqual([]);
      expect(new Set(ranking.map(({ code }) => code)).size).toBe(guideOnDisk().questions.length);
    }
  });

  it('reads nothing into sentences about the employer, and ordinary words aren’t abbreviations', () => {
    const offers =
      'We are an equal opportunity employer. Benefits: medical, dental, vision, 401(k), PTO. ' +
      'Applicants with disabilities may ask for reasonable accommodation. A nice team that can lead.';
    expect(matcher.match(offers).phrases).toEqual([]);
  });

  it('without a known word leaves the questions in the order of the guide', () => {
    for (const text of ['', ' ', 'Lorem ipsum dolor.', '🙂'.repeat(99)]) {
      const { phrases, ranking } = matcher.match(text);
      expect(phrases).toEqual([]);
      expect(ranking.map(({ code }) => code)).toEqual(
        guideOnDisk().questions.map(({ code }) => code),
      );
    }
  });

  it('of a hundred thousand letters is read in less than a second', () => {
    const started = performance.now();
    matcher.match(
      tunedAds
        .map(({ text }) => text)
        .join('\n')
        .repeat(20)
        .slice(0, 100_000),
    );
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('has words for every topic of the guide, and for no other', () => {
    expect(Object.keys(adWords).sort()).toEqual(topics.map(({ id }) => id).sort());
    for (const [topic, words] of Object.entries(adWords)) {
      expect(words.length, topic).toBeGreaterThan(5);
    }
  });
});
