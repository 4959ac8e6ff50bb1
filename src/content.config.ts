import { defineCollection } from 'astro:content';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import type { AnyNode } from './domain/content-checks/node.ts';
import { guideLoader, treeEntry } from './guide-loader.ts';
import { codeLedgerSchema } from './schemas/code-ledger.ts';
import { docSchema } from './schemas/doc.ts';
import { pathSchema } from './schemas/path.ts';
import { questionSchema } from './schemas/question.ts';
import { sourceSchema } from './schemas/source.ts';
import { termSchema } from './schemas/term.ts';
import { validating } from './validating-loader.ts';

export const collections = {
  questions: defineCollection({ loader: guideLoader('questions'), schema: questionSchema }),
  /** The text of questions as syntax trees, for exports and search. */
  partTrees: defineCollection({
    loader: guideLoader('questions', treeEntry),
    schema: z.object({ tree: z.custom<AnyNode>() }),
  }),
  codeLedger: defineCollection({ loader: guideLoader('codeLedger'), schema: codeLedgerSchema.element }),
  sources: defineCollection({ loader: guideLoader('sources'), schema: sourceSchema }),
  glossary: defineCollection({ loader: guideLoader('glossary'), schema: termSchema }),
  paths: defineCollection({ loader: guideLoader('paths'), schema: pathSchema }),
  docs: defineCollection({
    loader: validating(glob({ base: 'src/content/docs', pattern: '*.md' }), docSchema),
    schema: docsSchema(),
  }),
  /** Starlight's UI texts that differ from its own. */
  i18n: defineCollection({
    loader: () => [
      { id: 'en', 'page.previousLink': 'Previous question', 'page.nextLink': 'Next question' },
    ],
    schema: i18nSchema(),
  }),
};
