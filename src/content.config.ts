import { defineCollection } from 'astro:content';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { file, glob } from 'astro/loaders';
import type { z } from 'astro/zod';
import { assertSafeContent } from './domain/content-checks/assert-safe-content.ts';
import { codeLedgerSchema } from './schemas/code-ledger.ts';
import { docSchema } from './schemas/doc.ts';
import { pathSchema } from './schemas/path.ts';
import { questionSchema } from './schemas/question.ts';
import { sourceSchema } from './schemas/source.ts';
import { termSchema } from './schemas/term.ts';
import { validating } from './validating-loader.ts';

const ledger = 'src/content/code-ledger.yaml';

/** Reads the files of one kind: `<folder>/<pattern>` in the content. */
function entries(files: string, schema: z.ZodType) {
  const [folder = '', pattern = ''] = files.split('/');
  return validating(glob({ base: `src/content/${folder}`, pattern }), schema);
}

function collection<Schema extends z.ZodType>(files: string, schema: Schema) {
  return defineCollection({ loader: entries(files, schema), schema });
}

export const collections = {
  questions: collection('questions/*.mdx', questionSchema),
  codeLedger: defineCollection({
    loader: file(ledger, {
      parser: (text) => {
        const { data } = assertSafeContent({ file: ledger, text }, codeLedgerSchema);
        return Object.fromEntries(data.map((entry) => [entry.code, entry]));
      },
    }),
    schema: codeLedgerSchema.element,
  }),
  sources: collection('sources/*.yaml', sourceSchema),
  glossary: collection('glossary/*.yaml', termSchema),
  paths: collection('paths/*.yaml', pathSchema),
  docs: defineCollection({ loader: entries('docs/*.md', docSchema), schema: docsSchema() }),
  /** Starlight's UI texts that differ from its own. */
  i18n: defineCollection({
    loader: () => [
      { id: 'en', 'page.previousLink': 'Previous question', 'page.nextLink': 'Next question' },
    ],
    schema: i18nSchema(),
  }),
};
