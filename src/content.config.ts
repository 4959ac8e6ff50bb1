import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { file, glob } from 'astro/loaders';
import { guardContent } from './domain/content-checks/guard-content.ts';
import { guarded } from './guarded-loader.ts';
import { codeLedgerSchema } from './schemas/code-ledger.ts';
import { docSchema } from './schemas/doc.ts';
import { pathSchema } from './schemas/path.ts';
import { questionSchema } from './schemas/question.ts';
import { sourceSchema } from './schemas/source.ts';
import { termSchema } from './schemas/term.ts';

const ledger = 'src/content/code-ledger.yaml';

const words = {
  id: 'en',
  'page.previousLink': 'Previous question',
  'page.nextLink': 'Next question',
};

export const collections = {
  questions: defineCollection({
    loader: guarded(glob({ base: './src/content/questions', pattern: '*.mdx' }), questionSchema),
    schema: questionSchema,
  }),
  codeLedger: defineCollection({
    loader: file(ledger, {
      parser: (text) => {
        const { data } = guardContent({ file: ledger, text }, codeLedgerSchema);
        return Object.fromEntries(data.map((entry) => [entry.code, entry]));
      },
    }),
    schema: codeLedgerSchema.element,
  }),
  sources: defineCollection({
    loader: guarded(glob({ base: './src/content/sources', pattern: '*.yaml' }), sourceSchema),
    schema: sourceSchema,
  }),
  glossary: defineCollection({
    loader: guarded(glob({ base: './src/content/glossary', pattern: '*.yaml' }), termSchema),
    schema: termSchema,
  }),
  paths: defineCollection({
    loader: guarded(glob({ base: './src/content/sets', pattern: '*.yaml' }), pathSchema),
    schema: pathSchema,
  }),
  docs: defineCollection({ loader: guarded(docsLoader(), docSchema), schema: docsSchema() }),
  /** Starlight's own words, where ours are better; no file of the content, since nothing checks it. */
  i18n: defineCollection({ loader: () => [words], schema: i18nSchema() }),
};
