import { z } from 'astro/zod';
import { libraryDataVersion, questionsDataVersion } from '../lib/data-versions.ts';
import { codeSchema, questionSchema, slugSchema } from './question.ts';
import { sourceSchema } from './source.ts';
import { termSchema } from './term.ts';

/** Metadata of each data file. */
const dataFile = {
  $schema: z.string().describe('URL of the file’s JSON Schema, in the same folder.'),
  title: z.string().describe('Description of the file.'),
  license: z.url().describe('License of the content.'),
  date: z.iso.date().describe('Date of the content, YYYY-MM-DD.'),
  site: z.url().optional().describe('URL of the site; omitted if it has no public URL.'),
};

const text = z.string().min(1);

/**
 * `/data/questions.json`, format 1: the questions in guide order, for programs. Prose is plain
 * text: each paragraph, list item, and table row is a line, steps carry their numbers, code is
 * between lines of three backticks. `[1]` cites the question’s first source. Fields may be
 * added without a new version.
 */
export const questionsDataSchema = z.strictObject({
  ...dataFile,
  version: z.literal(questionsDataVersion).describe('Version of this format.'),
  questions: z.array(
    z.strictObject({
      number: z.int().min(1).describe('Position in the guide, starting at 1.'),
      code: questionSchema.shape.code.describe('Permanent id: three characters, never reused.'),
      level: questionSchema.shape.level.describe('Level in the guide.'),
      order: questionSchema.shape.order.describe('Position in the level, starting at 1.'),
      slug: slugSchema.describe('Last part of the URL. It may change; old ones keep working.'),
      url: text.describe(
        'URL path from the root of the host, including the base path. Resolve it against `site`.',
      ),
      shortUrl: text.describe('URL by code, which never changes.'),
      title: questionSchema.shape.title.describe('The question as asked.'),
      label: z.string().describe('Short name of two to four words.'),
      summary: questionSchema.shape.summary.describe('Summary of the page.'),
      topics: z.array(z.string()).describe('Topics, most central first.'),
      jurisdictions: z.array(z.string()).describe('Where the rules in the answer apply.'),
      minutes: questionSchema.shape.minutes.describe('Minutes that a full spoken answer takes.'),
      aliases: z.array(z.string()).describe('Other words that people search for.'),
      related: z.array(questionSchema.shape.code).describe('Codes of the questions to read next.'),
      short: questionSchema.shape.short.describe('The answer in ten seconds.'),
      listening: text.describe('What the interviewer is listening for.'),
      hint: text.describe('A structure for an answer, as steps.'),
      outline: text.describe('The answer on one case, as steps.'),
      answer: text.describe('Model answer, without the ten-second answer at its start.'),
      deeper: text.describe('Going deeper.'),
      rubric: questionSchema.shape.rubric.describe(
        'Criteria, each with what a 1, a 3, and a 5 sound like.',
      ),
      calibration: questionSchema.shape.calibration.describe(
        'Two weaker answers, each with a score for each criterion, in the order of the rubric.',
      ),
      redFlags: z.array(z.string()).describe('What gives a weak answer away.'),
      probes: questionSchema.shape.probes.describe(
        'Follow-up questions, with what a good reply does and what each one tests.',
      ),
      factsCheckedOn: z.string().describe('Date of the last fact check, YYYY-MM-DD.'),
      changes: questionSchema.shape.changes.describe(
        'Facts in the answer that changed, newest first, with the reason; omitted if there are none.',
      ),
      sources: z
        .array(z.string())
        .describe('IDs of the sources in sources.json; [1] in the text is the first one.'),
      terms: z.array(z.string()).describe('IDs of the glossary terms that the page uses.'),
    }),
  ),
});

export type QuestionsData = z.infer<typeof questionsDataSchema>;

const source = sourceSchema.shape;
const term = termSchema.shape;
const version = z.literal(libraryDataVersion).describe('Version of this format.');

/** `/data/sources.json`, format 1. Fields may be added without a new version. */
export const sourcesDataSchema = z.strictObject({
  ...dataFile,
  version,
  sources: z.array(
    z.strictObject({
      id: z.string().describe('Id of the source in the guide.'),
      title: source.title.describe('Title as published.'),
      by: source.by.describe('Who issued it.'),
      published: source.published.describe('Year, month, or day.'),
      url: source.url.describe('URL of the source.'),
      kind: source.kind.describe('What kind of source it is.'),
      status: source.status.describe('Whether it is in force, final, or a draft, for example'),
      says: source.says.describe('What it says, in our words.'),
      checkedOn: source.checkedOn.describe('Date of our last check.'),
      reviewBy: source.reviewBy.describe('Date by which it should be checked again.'),
      changed: source.changed.describe('What changed in it recently, and when.'),
      citedBy: z.array(codeSchema).describe('Codes of the questions that cite it.'),
    }),
  ),
});

/** `/data/glossary.json`, format 1. Fields may be added without a new version. */
export const glossaryDataSchema = z.strictObject({
  ...dataFile,
  version,
  terms: z.array(
    z.strictObject({
      id: z.string().describe('Id of the term in URLs.'),
      term: term.term.describe('The term as it appears on pages.'),
      expansion: term.expansion.describe('What an acronym stands for.'),
      definition: term.definition.describe('What it means.'),
      aliases: term.aliases.describe('Other names and spellings.'),
      misspellings: term.misspellings.describe('Common misspellings, for search.'),
      topics: term.topics.describe('Topics it belongs to.'),
      source: term.source.describe('Id of the source of the definition.'),
      everyday: term.everyday.describe('Whether it is an everyday word with a particular meaning.'),
      searchAs: term.searchAs.describe('Id of the term whose search results this one shows.'),
      lookAlikes: term.lookAlikes.describe('Terms that people confuse with it.'),
      usedBy: z.array(codeSchema).describe('Codes of the questions that use it.'),
    }),
  ),
});
