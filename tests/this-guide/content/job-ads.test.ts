import { describe, expect, it } from 'vitest';
import { searchData, searchTerms } from '../../../src/domain/export/search-json.ts';
import { AdMatcher } from '../../../src/domain/plan/match-ad.ts';
import { jobAds } from '../../examples/job-ads.ts';
import { guideOnDisk } from '../../support/guide-data.ts';

const guide = guideOnDisk();
const matcher = new AdMatcher(searchData(guide, []).questions, searchTerms(guide));

describe('a job description', () => {
  it('finds what an expert would ask among its first ten questions', () => {
    const wanted = jobAds.flatMap(({ wanted }) => wanted);
    const found = jobAds.flatMap(({ text, wanted }) => {
      const ten = matcher.match(text).ranking.slice(0, 10);
      return wanted.filter((code) => ten.some((entry) => entry.code === code));
    });
    expect(found.length / wanted.length).toBeGreaterThan(0.85);
  });

  it.each([
    ['EHR integration', 'ehr'],
    ['Epic', 'ehr'],
    ['510(k)', 'fda'],
    ['stakeholder', 'team'],
    ['roadmap', 'strategy'],
    ['HL7', 'fhir'],
    ['GDPR', 'eu-law'],
    ['A/B test', 'evaluation'],
    ['MLOps', 'mlops'],
    ['model drift', 'monitoring'],
    ['bias', 'fairness'],
    ['AWS', 'cloud'],
    ['physicians', 'adoption'],
    ['regulatory affairs', 'fda'],
  ])('with “%s” asks for questions about %s first', (phrase, topic) => {
    const text = `You have three years of experience with ${phrase}.`;
    const { phrases, ranking } = matcher.match(text);
    expect(phrases.map(({ start, end }) => text.slice(start, end))).toContain(phrase);
    const first = guide.byCode.get(ranking[0]?.code ?? '');
    expect(first?.topics).toContain(topic);
    expect(ranking[0]?.reasons).toContain(phrase);
  });

  it('marks phrases in their place, each once, and gives every question with a phrase its reasons', () => {
    for (const { text } of jobAds) {
      const { phrases, ranking } = matcher.match(text);
      expect(phrases.length).toBeGreaterThan(7);
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
      expect(new Set(ranking.map(({ code }) => code)).size).toBe(guide.questions.length);
    }
  });

  it('asks the best question for a phrase before any other for it, and says what it doesn’t know', () => {
    const text =
      'Monitor model drift and bias, and run clinical validation. You know AWS, Tableau, and RAG.';
    const { ranking, unknown } = matcher.match(text);
    const firstFor = (phrase: string) =>
      guide.byCode.get(ranking.find(({ reasons }) => reasons.includes(phrase))?.code ?? '')?.label;
    const phrases = ['model drift', 'bias', 'clinical validation', 'AWS', 'RAG'];
    expect(phrases.map(firstFor)).toEqual([
      'Monitoring drift',
      'Subgroup performance gap',
      'Clinical validation study',
      'Pipeline on AWS',
      'RAG in medicine',
    ]);
    expect(unknown).toEqual(['Tableau']);
  });

  it('reads nothing into sentences about the employer, and ordinary words aren’t abbreviations', () => {
    const offers =
      'We are an equal opportunity employer. Benefits: medical, dental, vision, 401(k), PTO. ' +
      'Applicants with disabilities may ask for reasonable accommodation. A nice team that can lead.';
    expect(matcher.match(offers).phrases).toEqual([]);
  });

  it('reads nothing into the names of employers and places', () => {
    const where = 'Join us at Riverside Health Systems in Columbus, OH or New York, NY.';
    expect(matcher.match(where)).toMatchObject({ phrases: [], unknown: [] });
    const work = 'You know Tableau, ML and Clinical Decision Support.';
    expect(matcher.match(work).unknown).toEqual(['Tableau']);
    expect(matcher.match('Sell to health systems.').phrases).not.toEqual([]);
    // These aren't places in Mississippi or Maryland.
    const skills = 'Skills: Epic, MS Office; HIPAA, MD offices.';
    expect(matcher.match(skills).phrases.map(({ name }) => name)).toEqual(['Epic', 'HIPAA']);
  });

  it('without a known word leaves the questions in the order of the guide', () => {
    for (const text of ['', ' ', 'Lorem ipsum dolor.', '🙂'.repeat(99)]) {
      const { phrases, ranking } = matcher.match(text);
      expect(phrases).toEqual([]);
      expect(ranking.map(({ code }) => code)).toEqual(guide.questions.map(({ code }) => code));
    }
  });

  it('of thirty thousand letters, the most that the form takes, is read in less than a second', () => {
    const started = performance.now();
    matcher.match(
      jobAds
        .map(({ text }) => text)
        .join('\n')
        .repeat(20)
        .slice(0, 30_000),
    );
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
