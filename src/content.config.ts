import { defineCollection } from 'astro:content';
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { file, glob } from 'astro/loaders';
import { parse } from 'yaml';
import { codeLedgerSchema } from './schemas/code-ledger.ts';
import { pathSchema } from './schemas/path.ts';
import { questionSchema } from './schemas/question.ts';
import { sourceSchema } from './schemas/source.ts';
import { termSchema } from './schemas/term.ts';

export const collections = {
  questions: defineCollection({
    loader: glob({ base: './src/content/questions', pattern: '*.mdx' }),
    schema: questionSchema,
  }),
  codeLedger: defineCollection({
    loader: file('./src/content/code-ledger.yaml', {
      parser: (text) =>
        Object.fromEntries(codeLedgerSchema.parse(parse(text)).map((entry) => [entry.code, entry])),
    }),
    schema: codeLedgerSchema.element,
  }),
  sources: defineCollection({
    loader: glob({ base: './src/content/sources', pattern: '*.yaml' }),
    schema: sourceSchema,
  }),
  glossary: defineCollection({
    loader: glob({ base: './src/content/glossary', pattern: '*.yaml' }),
    schema: termSchema,
  }),
  paths: defineCollection({
    loader: glob({ base: './src/content/sets', pattern: '*.yaml' }),
    schema: pathSchema,
  }),
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
  /** Starlight's own words, where ours are better. */
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
