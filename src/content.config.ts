import { defineCollection } from 'astro:content';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';
import type { AnyNode } from './domain/content-checks/node.ts';
import { docEntry, guideLoader, partsEntry } from './guide-loader.ts';
import { codeLedgerSchema } from './schemas/code-ledger.ts';
import type { LabData } from './schemas/lab.ts';
import { pathSchema } from './schemas/path.ts';
import { questionSchema } from './schemas/question.ts';
import { sourceSchema } from './schemas/source.ts';
import { termSchema } from './schemas/term.ts';

export const collections = {
  questions: defineCollection({ loader: guideLoader('questions'), schema: questionSchema }),
  /** The text of the same questions as syntax trees. */
  parts: defineCollection({
    loader: guideLoader('questions', partsEntry),
    schema: z.record(z.string(), z.array(z.custom<AnyNode>())),
  }),
  codeLedger: defineCollection({
    loader: guideLoader('codeLedger'),
    schema: codeLedgerSchema.element,
  }),
  sources: defineCollection({ loader: guideLoader('sources'), schema: sourceSchema }),
  glossary: defineCollection({ loader: guideLoader('glossary'), schema: termSchema }),
  learningPaths: defineCollection({ loader: guideLoader('learningPaths'), schema: pathSchema }),
  labs: defineCollection({
    loader: guideLoader('labs'),
    // The loader has already checked the lab with a schema that includes the lab's own facts.
    schema: z.custom<LabData>(),
  }),
  /** The companion pages, in Starlight's own collection. */
  docs: defineCollection({ loader: guideLoader('docs', docEntry), schema: docsSchema() }),
  /** Replacements for some of Starlight's UI strings. */
  i18n: defineCollection({
    loader: () => [
      { id: 'en', 'page.previousLink': 'Previous question', 'page.nextLink': 'Next question' },
    ],
    schema: i18nSchema(),
  }),
};
