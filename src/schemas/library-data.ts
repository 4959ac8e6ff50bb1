import { z } from 'astro/zod';
import { dataFile } from './data-file.ts';
import { codeSchema } from './question.ts';
import { sourceSchema } from './source.ts';
import { termSchema } from './term.ts';

/** Rises when a field is renamed, removed, or changes its meaning. */
export const libraryDataVersion = 1;

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
