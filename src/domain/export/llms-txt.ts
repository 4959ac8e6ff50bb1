import { guide as settings } from '../../guide.ts';
import type { Question } from '../guide/build-guide.ts';
import { partById } from '../guide/parts.ts';
import type { Export, ExportSource } from './export.ts';

/** The guide for language models (https://llmstxt.org): a list of links, and all of its text. */
export const llmsTxt: Export = {
  downloads: [
    {
      path: 'llms.txt',
      title: 'llms.txt',
      purpose: 'What the guide is and where each question stands, as a language model reads it.',
      use: 'Give its address to an assistant that can open pages.',
    },
    {
      path: 'llms-full.txt',
      title: 'llms-full.txt',
      purpose: 'The text of all questions, with their sources, in one file.',
      use: 'Give it to an assistant, and ask it to interview you. Check what it says against the page.',
    },
  ],
  make: (source) => [
    { path: 'llms.txt', content: lines(overview(source)) },
    { path: 'llms-full.txt', content: lines(fullText(source)) },
  ],
};

function overview({ guide, paths, origin }: ExportSource): string[] {
  const link = (title: string, path: string, about: string): string =>
    `- [${title}](${origin}${path}): ${about}`;
  return [
    `# ${settings.title}`,
    '',
    `> ${settings.description}`,
    '',
    settings.disclaimer,
    '',
    ...guide.levels.flatMap(({ label, questions }) => [
      `## ${label}`,
      '',
      ...questions.map(({ title, slug, summary }) => link(title, paths.question(slug), summary)),
      '',
    ]),
    '## Optional',
    '',
    link('Glossary', paths.glossary, 'every term and acronym of the guide'),
    link('Sources', paths.sources, 'every source with its status and date of checking'),
    link('What changed lately', paths.changes, 'what makes older answers wrong'),
  ];
}

function fullText(source: ExportSource): string[] {
  return [
    `# ${settings.title}`,
    '',
    `> ${settings.description} ${settings.disclaimer}`,
    '',
    ...source.guide.questions.flatMap((question) => questionText(question, source)),
  ];
}

const shown = ['listening', 'hint', 'outline', 'answer', 'deeper', 'flags'] as const;

function questionText(question: Question, source: ExportSource): string[] {
  const { guide, paths, origin, partsOf } = source;
  const texts = partsOf(question);
  const cited = question.sources.flatMap((id) => guide.sources.get(id) ?? []);
  return [
    `## ${question.number}. ${question.title}`,
    '',
    `${origin}${paths.question(question.slug)} (code ${question.code}; facts checked on ${question.factsCheckedOn})`,
    '',
    ...shown.flatMap((id) => [`### ${partById(id).label}`, '', texts[id] ?? '', '']),
    '### Sources',
    '',
    ...cited.map(
      ({ by, title, published, url }, index) =>
        `${index + 1}. ${by}: ${title} (${published}). ${url}`,
    ),
    '',
  ];
}

function lines(list: readonly string[]): string {
  return `${list.join('\n').trimEnd()}\n`;
}
