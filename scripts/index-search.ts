import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import type { PartTexts } from '../src/domain/export/read-parts.ts';
import type { Guide, Question } from '../src/domain/guide/build-guide.ts';
import type { Paths } from '../src/domain/links/paths.ts';
import { searchQuestion, searchTerms } from '../src/domain/search/build-search-data.ts';
import { indexDocument } from '../src/domain/search/index-document.ts';
import { termWords } from '../src/domain/search/search-data.ts';

/** Pagefind's own user interfaces, which no page loads. */
const unused = [
  ...['ui', 'modular-ui', 'component-ui'].flatMap((name) => [`${name}.js`, `${name}.css`]),
  'highlight.js',
];

export async function indexSearch(
  dist: string,
  guide: Guide,
  paths: Paths,
  partsOf: (question: Question) => PartTexts,
): Promise<void> {
  try {
    const { index, errors } = await pagefind.createIndex();
    if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    const { terms, questions } = searchTerms(guide);
    for (const question of guide.questions) {
      const known = searchQuestion(question);
      const own = (questions[question.slug]?.about ?? []).flatMap((index) => terms[index] ?? []);
      const { errors: problems } = await index.addHTMLFile({
        url: paths.question(question.slug),
        content: indexDocument(question, partsOf(question), {
          ...known,
          terms: termWords(known, own),
        }),
      });
      if (problems.length > 0) throw new Error(`${question.slug}: ${problems.join('; ')}`);
    }
    const written = await index.writeFiles({ outputPath: join(dist, 'pagefind') });
    if (written.errors.length > 0) throw new Error(written.errors.join('; '));
  } finally {
    await pagefind.close();
  }
  for (const file of unused) rmSync(join(dist, 'pagefind', `pagefind-${file}`), { force: true });
}
