import type { PagefindPage, PagefindSection } from '../../browser/pagefind.ts';
import { markWords } from '../../domain/search/mark-words.ts';

/** A question as results show it. */
export interface ShownQuestion {
  readonly url: string;
  readonly title: string;
  /** Level and topics. */
  readonly place: string;
}

/** A result whose lower line is still empty: it has its height, so that filling it moves nothing. */
export interface ResultView {
  /** The link to the question. */
  readonly link: HTMLAnchorElement;
  /** The link to the section that fits best, below it. */
  readonly section: HTMLAnchorElement;
}

/** Makes both lines of one result. */
export function resultView(question: ShownQuestion, keys: ReadonlySet<string>): ResultView {
  const link = document.createElement('a');
  link.href = question.url;
  const title = document.createElement('strong');
  title.append(...marked(markWords(question.title, keys)));
  const place = document.createElement('span');
  place.className = 'place';
  place.textContent = question.place;
  // Between inline elements, the space keeps the words of the accessible name apart.
  link.append(title, ' ', place);
  const section = document.createElement('a');
  section.className = 'section';
  section.href = question.url;
  // Without text yet it leads nowhere that the title does not lead.
  section.hidden = true;
  return { link, section };
}

/**
 * Fills the lower line: the section that fits best, and the text around the match.
 *
 * @param page what the full text found, or a text that stands for the whole question
 */
export function fillSection(
  { section }: ResultView,
  page: PagefindPage | string | undefined,
): void {
  if (page === undefined) return;
  if (typeof page === 'string') {
    section.hidden = false;
    section.textContent = page;
    return;
  }
  const best = bestSection(page);
  section.hidden = false;
  section.href = best?.url ?? page.url;
  const name = document.createElement('span');
  name.className = 'part-name';
  name.textContent = best?.title ?? '';
  section.replaceChildren(
    ...(best === undefined ? [] : [name, ' ']),
    ...markedText(textOf(page, best)),
  );
}

/** The text around the match, without the heading that Pagefind puts before a section's text. */
function textOf({ excerpt, meta }: PagefindPage, best: PagefindSection | undefined): string {
  if (best === undefined) return excerpt || (meta.summary ?? '');
  const heading = `${best.title}. `;
  return best.excerpt.startsWith(heading) ? best.excerpt.slice(heading.length) : best.excerpt;
}

/** The part of the page in which the matches weigh most; none if the title alone matches. */
function bestSection({ sub_results: sections, url }: PagefindPage): PagefindSection | undefined {
  const parts = sections.filter((section) => section.url !== url && section.url.includes('#'));
  const weights = parts.map(({ weighted_locations: found }) =>
    found.reduce((sum, { balanced_score: score }) => sum + score, 0),
  );
  const most = Math.max(0, ...weights);
  return most === 0 ? undefined : parts[weights.indexOf(most)];
}

/** Text with its marks kept; any other markup in it becomes plain text. */
function markedText(html: string): Node[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return marked(
    [...body.childNodes].map((node) => ({
      text: node.textContent ?? '',
      isMatch: node instanceof HTMLElement && node.tagName === 'MARK',
    })),
  );
}

function marked(pieces: readonly { readonly text: string; readonly isMatch: boolean }[]): Node[] {
  return pieces.map(({ text, isMatch }) => {
    if (!isMatch) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
