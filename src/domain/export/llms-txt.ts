import type { RootContent } from 'mdast';
import { guide as settings } from '../../guide.ts';
import { mainPages } from '../search/site-pages.ts';
import type { Export, ExportedFile, ExportSource } from './export.ts';
import { headingOf, listOf, paragraphOf, textOf, writeMarkdown } from './part-markdown.ts';
import { questionBlocks, questionPage } from './question-markdown.ts';

/**
 * The guide for language models (https://llmstxt.org): a list of links, each question as Markdown
 * next to its page (`/questions/<slug>/index.md`), and all of them in one file.
 */
export const llmsTxt: Export = {
  downloads: [
    {
      path: 'llms.txt',
      title: 'llms.txt',
      group: 'programs',
      purpose: 'What the guide is and where each question is, for language models.',
      use: 'Give its URL to an assistant that can open pages.',
    },
    {
      path: 'llms-full.txt',
      title: 'llms-full.txt',
      group: 'programs',
      purpose: 'The text of all questions as Markdown, with their sources, in one file.',
      use: 'Give it to an assistant, and ask it to interview you. Check what it says against the page.',
    },
  ],
  *make(source): Generator<ExportedFile> {
    yield { path: 'llms.txt', content: writeMarkdown(overview(source)) };
    yield { path: 'llms-full.txt', content: fullText(source) };
    for (const question of source.guide.questions) {
      const path = markdownPath(question.slug);
      yield { path, content: questionPage(question, source) };
    }
  },
};

function markdownPath(slug: string): string {
  return `questions/${slug}/index.md`;
}

function overview({ guide, paths, address, labs }: ExportSource): RootContent[] {
  type Entry = readonly [title: string, path: string, about: string];
  const links = (entries: readonly Entry[]): RootContent =>
    listOf(
      entries.map(([title, path, about]) => [
        { type: 'link', url: address(path) ?? path, children: [{ type: 'text', value: title }] },
        textOf(`: ${about}`),
      ]),
      false,
    );
  return [
    ...opening(),
    ...guide.levels.flatMap(({ label, questions }) => [
      headingOf(2, label),
      links(
        questions.map(({ title, slug, summary }) => [
          title,
          paths.file(markdownPath(slug)),
          summary,
        ]),
      ),
    ]),
    headingOf(2, mainPages.paths.name),
    links(guide.paths.map(({ id, title, purpose }) => [title, paths.path(id), purpose])),
    headingOf(2, mainPages.labs.name),
    links(labs.map(({ id, title, guess }) => [title, paths.lab(id), guess.question])),
    headingOf(2, 'Optional'),
    links([
      ['All questions', paths.file('llms-full.txt'), 'the text of every question in one file'],
      ['Questions as data', paths.file('data/questions.json'), 'the same text, as JSON'],
      [mainPages.glossary.name, paths.glossary, 'every term and acronym in the guide'],
      [
        mainPages.sources.name,
        paths.sources,
        'every source with its status and the date of our last check',
      ],
      [mainPages.changes.name, paths.changes, 'changes that make older answers wrong'],
    ]),
  ].filter((block) => block.type !== 'list' || block.children.length > 0);
}

function opening(): RootContent[] {
  return [
    headingOf(1, settings.title),
    {
      type: 'blockquote',
      children: [{ type: 'paragraph', children: [textOf(settings.description)] }],
    },
    paragraphOf(`${settings.disclaimer} Text license: ${settings.license}`),
  ];
}

/** Each question is serialized on its own: one tree of all of them takes ten times as long. */
function fullText(source: ExportSource): string {
  return [
    writeMarkdown(opening()),
    ...source.guide.questions.map((question) => writeMarkdown(questionBlocks(question, source, 2))),
  ].join('\n');
}
