import { escapeHtml } from '../../lib/text.ts';
import type { PartTexts } from '../export/read-parts.ts';
import type { Question } from '../guide/build-guide.ts';
import { type AnyPartId, partById } from '../guide/parts.ts';

/**
 * The document that Pagefind indexes for a question. It exists only for the index, so that pages
 * don't contain the aliases and marks that only search needs.
 */
export function indexDocument(
  { number, title, summary }: Question,
  texts: PartTexts,
  { aliases, terms }: { readonly aliases: string; readonly terms: string },
): string {
  // Sources and related questions are about other pages, which match by themselves.
  const own = Object.entries(texts).filter(([id]) => id !== 'sources' && id !== 'related');
  const sections = own.map(
    ([id, text]) =>
      `<h2 id="${id}">${escapeHtml(partById(id as AnyPartId).label)}</h2>${paragraphs(text)}`,
  );
  return `<!doctype html><html lang="en"><body data-pagefind-body>
${Object.entries({ title, aliases, terms }).map(metaTag).join('\n')}
<i data-pagefind-sort="number[data-value]" data-value="${number}"></i>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(summary)}</p>
${sections.join('\n')}
</body></html>`;
}

function metaTag([name, value]: [string, string]): string {
  return `<i data-pagefind-meta="${name}[data-value]" data-value="${escapeHtml(value)}"></i>`;
}

function paragraphs(text: string): string {
  return text
    .split('\n')
    .map((line) => `<p>${escapeHtml(plainLine(line))}</p>`)
    .join('');
}

export function plainLine(line: string): string {
  return line
    .replace(/^(?:\d+\.|-)\s+/, '')
    .replace(/\s*\[\d+(?:[-–,]\s?\d+)*\]/g, '')
    .replace(/\s+([.,;:?!)])/g, '$1')
    .replace(/([.?!:;,])?\s+\|\s+/g, (_, mark = ';') => `${mark} `);
}
