import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Lab } from '../src/components/labs/lab.ts';
import { type ExportSource, publicHref } from '../src/domain/export/export.ts';
import { markedParts } from '../src/domain/export/marked-parts.ts';
import { partHtml, readPartForms } from '../src/domain/export/part-html.ts';
import { markdownParts } from '../src/domain/export/part-markdown.ts';
import { printFonts } from '../src/domain/export/print-fonts.ts';
import { readParts } from '../src/domain/export/read-parts.ts';
import type { Guide } from '../src/domain/guide/build-guide.ts';
import type { LabSummary } from '../src/domain/guide/subject.ts';
import type { Paths } from '../src/domain/links/paths.ts';
import type { CardLook } from '../src/domain/previews/draw-card.ts';

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

const labs = 'src/components/labs';

/** Title and guess of each lab. @throws Error if one names an unknown question or source */
export async function readLabs(root: string, guide: Guide): Promise<LabSummary[]> {
  const files = readdirSync(join(root, labs))
    .map((folder) => join(root, labs, folder, 'lab.ts'))
    .filter((file) => existsSync(file));
  return Promise.all(
    files.map(async (file) => {
      const { lab } = (await import(pathToFileURL(file).href)) as { lab: Lab };
      const unknown = [
        ...lab.questions.filter((code) => !guide.byCode.has(code)),
        ...lab.sources.filter((id) => !guide.sources.has(id)),
      ];
      if (unknown.length > 0) {
        throw new Error(
          `${file} names unknown questions or sources: ${unknown.join(', ')}. Fix: change its "questions" and "sources", or delete the lab.`,
        );
      }
      return lab;
    }),
  );
}

const inter = import.meta.resolve('@fontsource/inter/files/inter-latin-400-normal.woff2');
const dejavu = import.meta.resolve(
  '@fontsource/dejavu-mono/files/dejavu-mono-latin-400-normal.woff2',
);

function readFont(file: string): Uint8Array {
  return readFileSync(new URL(file, file.startsWith('inter') ? inter : dejavu));
}

export function readLook(root: string): CardLook {
  const read = (file: string) => readFileSync(join(root, file));
  return {
    styles: ['tokens', 'chart-colors', 'preview-card'].map((name) =>
      inLight(read(`src/styles/${name}.css`).toString()),
    ),
    fonts: ['inter-latin-400-normal.woff2', 'inter-latin-600-normal.woff2'].map(readFont),
    sign: read('public/favicon.svg'),
  };
}

function readPrintFonts(): Map<string, Uint8Array> {
  return new Map(printFonts.map(({ file }) => [file, readFont(file)]));
}

/** Preview images use the light theme, because their renderer doesn't support `light-dark()`. */
function inLight(styles: string): string {
  return styles.replace(/light-dark\(([^,()]+),[^()]+\)/g, '$1');
}
