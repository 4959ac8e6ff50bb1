/**
 * What exports are made from: the guide, and the text of its questions in the forms that exports
 * need.
 */
import { getCollection } from 'astro:content';
import inter from '@fontsource/inter/files/inter-latin-400-normal.woff2?inline';
import interBold from '@fontsource/inter/files/inter-latin-600-normal.woff2?inline';
import sign from '../public/favicon.svg?raw';
import { allFigures } from './components/figures/all-figures.ts';
import { figureWidth } from './components/figures/diagram.ts';
import type { Drawing } from './domain/export/drawing-look.ts';
import { type ExportSource, publicHref } from './domain/export/export.ts';
import { partHtml } from './domain/export/part-html.ts';
import { markdownParts, type PartMarkdown } from './domain/export/part-markdown.ts';
import { readParts } from './domain/export/read-parts.ts';
import type { Question } from './domain/guide/build-guide.ts';
import type { PartTrees } from './domain/guide/part-tree.ts';
import { loadGuide } from './load-guide.ts';
import { paths, publicUrl } from './site-paths.ts';
import levelColors from './styles/level-colors.css?raw';
import previewCard from './styles/preview-card.css?raw';
import tokens from './styles/tokens.css?raw';

let loading: Promise<ExportSource> | undefined;

/**
 * Returns the source of all exports. Like the guide, it is created once per build and, in
 * development, after each edit.
 */
export function exportSource(): Promise<ExportSource> {
  loading ??= readSource();
  return loading;
}

async function readSource(): Promise<ExportSource> {
  const guide = await loadGuide();
  const trees = new Map((await getCollection('parts')).map(({ id, data }) => [id, data]));
  const treesOf = ({ slug }: Question): PartTrees => trees.get(slug) ?? {};
  const address = (path: string) => publicUrl(path) ?? path;
  const markdown = new Map(
    guide.questions.map((question): [string, PartMarkdown] => [
      question.slug,
      markdownParts(treesOf(question), insertsOf(question), (href) =>
        publicHref(href, question, { paths, address }),
      ),
    ]),
  );
  const markdownOf = ({ slug }: Question): PartMarkdown => markdown.get(slug) ?? {};
  return {
    guide,
    labs: guide.labs.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    look: {
      styles: [tokens, levelColors, previewCard].map(inLight),
      fonts: [inter, interBold].map(decoded),
      sign: new TextEncoder().encode(sign),
    },
    paths,
    origin: import.meta.env.SITE.replace(/\/+$/, ''),
    address: publicUrl,
    madeAt: import.meta.env.CONTENT_DATE,
    markdownOf,
    textsOf: (question) => readParts(markdownOf(question)),
    htmlOf: (question, rule) => partHtml(treesOf(question), insertsOf(question), rule),
  };
}

const figures: ReadonlyMap<string, Drawing> = new Map(
  [...allFigures].map(([id, { caption, description, height, content }]) => [
    id,
    { caption, description, width: figureWidth, height, svg: content.text },
  ]),
);

function insertsOf({ sources }: Question) {
  return { sources, figures };
}

/** Decodes a Base64 data URL. */
function decoded(url: string): Uint8Array {
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

/**
 * Reduces styles to the light theme, because the renderer for preview images doesn't support
 * `light-dark()`.
 */
function inLight(styles: string): string {
  return styles.replace(/light-dark\(([^,()]+),[^()]+\)/g, '$1');
}
