import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse, serialize } from 'parse5';
import type { QuestionSource } from '../../src/domain/guide/build-guide.ts';
import { type AnyPartId, partById } from '../../src/domain/guide/parts.ts';

/** The text of a question page, without the page around it. */
export interface Article {
  readonly slug: string;
  readonly level: string;
  readonly title: string;
  readonly summary: string;
  /** Its parts in page order as plain HTML: text, lists, tables, drawings, and links. */
  readonly parts: readonly { readonly label: string; readonly html: string }[];
}

/**
 * Extracts the articles of the built pages the way the book does, down to plain elements. Related
 * questions are navigation, so they are left out.
 */
export function readArticles(dist: string, questions: readonly QuestionSource[]): Article[] {
  return questions.map(({ slug, data: { level, title, summary } }) => {
    const page = readFileSync(join(dist, 'questions', slug, 'index.html'), 'utf8');
    const parts = [...partsIn(parse(page).childNodes)]
      .filter(([id]) => id !== 'related')
      .map(([id, text]) => ({ label: partById(id).label, html: plain(text, id) }));
    return { slug, level, title, summary, parts };
  });
}

/** The marked parts of a page, with their HTML. */
function* partsIn(
  nodes: readonly DefaultTreeAdapterTypes.ChildNode[],
): Generator<[AnyPartId, string]> {
  for (const node of nodes) {
    if (!('tagName' in node)) continue;
    const id = node.attrs.find(({ name }) => name === 'data-part')?.value;
    if (id === undefined) yield* partsIn(node.childNodes);
    else yield [id as AnyPartId, serialize(node)];
  }
}

/** As someone would write it by hand: no wrappers, no classes but those that drawings need. */
function plain(html: string, id: AnyPartId): string {
  let number = 0;
  const bare = html
    .replace(/<(summary|h2)\b.*?<\/\1>/gs, '')
    .replace(/<\/?(?:div|span|section|button|no-break)\b[^>]*>/g, '')
    .replace(/<svg.*?<\/svg>|( (?:class|role|aria-label)="[^"]*")/gs, (all, attribute?: string) =>
      attribute === undefined ? all : '',
    )
    .replaceAll('&quot;', '"')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
  if (id !== 'sources') return bare;
  return bare.replaceAll('<li>', () => {
    number += 1;
    return `<li id="source-${number}">`;
  });
}
