import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ExportSource, publicHref } from '../src/domain/export/export.ts';
import { markedParts } from '../src/domain/export/marked-parts.ts';
import { partHtml, readPartForms } from '../src/domain/export/part-html.ts';
import { markdownParts } from '../src/domain/export/part-markdown.ts';
import { readParts } from '../src/domain/export/read-parts.ts';
import type { Guide } from '../src/domain/guide/build-guide.ts';
import type { Paths } from '../src/domain/links/paths.ts';
import { readLabs } from './read-labs.ts';
import { readLook, readPrintFonts } from './read-look.ts';

/** URL of the host, as in `astro.config.mjs`. */
export const origin = (process.env.SITE_URL || 'http://localhost:4321').replace(/\/+$/, '');

export async function exportSource(
  dist: string,
  guide: Guide,
  paths: Paths,
): Promise<ExportSource> {
  const address = (path: string): string | undefined =>
    process.env.SITE_URL ? origin + path : undefined;
  // Texts are cached, trees aren't: the trees of a few hundred pages would take a gigabyte.
  const read = new Map(
    guide.questions.map((question) => {
      const page = join(dist, 'questions', question.slug, 'index.html');
      const marked = markedParts(readFileSync(page, 'utf8'));
      const ownAddress = (path: string) => address(path) ?? path;
      const markdown = markdownParts(marked, (href) =>
        publicHref(href, question, { paths, address: ownAddress }),
      );
      const forms = {
        html: readPartForms(marked),
        texts: readParts(markdown, 'omitted'),
        cited: readParts(markdown, 'numbered'),
        markdown,
      };
      return [question.slug, forms] as const;
    }),
  );
  return {
    guide,
    labs: await readLabs(process.cwd(), guide),
    look: readLook(process.cwd()),
    printFonts: readPrintFonts(),
    paths,
    origin,
    address,
    madeAt: madeAt(guide),
    partsOf: ({ slug }) => read.get(slug)?.texts ?? {},
    citedPartsOf: ({ slug }) => read.get(slug)?.cited ?? {},
    markdownOf: ({ slug }) => read.get(slug)?.markdown ?? {},
    htmlOf: ({ slug }, rule) => partHtml(read.get(slug)?.html ?? {}, rule),
  };
}

/**
 * Date of the content: `SOURCE_DATE_EPOCH` if it is set
 * (https://reproducible-builds.org/specs/source-date-epoch/), else the time of the last commit, else
 * the newest day on which facts were checked.
 */
function madeAt({ questions }: Guide): number {
  const given = givenDate(process.env.SOURCE_DATE_EPOCH);
  if (given !== undefined) return given;
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], {
    encoding: 'utf8',
  });
  if (status === 0 && /^\d+\s*$/.test(stdout)) return Number(stdout);
  const days = questions.map(({ factsCheckedOn }) => Date.parse(factsCheckedOn) / 1000);
  return Math.max(...days);
}

/**
 * `SOURCE_DATE_EPOCH` as a number; undefined if it isn't set. With eleven digits it reaches the year
 * 5138, so that all years have four digits.
 *
 * @throws RangeError if it isn't seconds since 1970
 */
export function givenDate(value = ''): number | undefined {
  if (value === '') return undefined;
  if (/^\d{1,11}$/.test(value)) return Number(value);
  throw new RangeError(
    `SOURCE_DATE_EPOCH is "${value}". Expected seconds since 1970, in at most 11 digits.`,
  );
}
