/** Parts of a question's page, fetched once: prose is rendered there and nowhere else. */

/** A part that practice shows, by its `data-part` mark. */
export type ShownPart =
  | 'listening'
  | 'hint'
  | 'outline'
  | 'answer'
  | 'deeper'
  | 'rubric'
  | 'flags'
  | 'probes';

/** The parts of one page. */
export interface QuestionParts {
  /** A copy of the part's content, without its heading; undefined if the page has no such part. */
  copy(part: ShownPart): DocumentFragment | undefined;
}

const pages = new Map<string, Promise<QuestionParts>>();

/**
 * The parts of a question's page.
 *
 * @param address the page's address
 * @throws {Error} if the page can't be loaded; the next try may work
 */
export function questionParts(address: string): Promise<QuestionParts> {
  const known = pages.get(address);
  if (known !== undefined) return known;
  const loading = load(address);
  pages.set(address, loading);
  loading.catch(() => pages.delete(address));
  return loading;
}

async function load(address: string): Promise<QuestionParts> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return { copy: (part) => copyPart(page, part, address) };
}

function copyPart(page: Document, part: ShownPart, address: string): DocumentFragment | undefined {
  const element = page.querySelector(`[data-part="${part}"]`);
  if (element === null) return undefined;
  const fragment = document.createDocumentFragment();
  const body = element.querySelector('.part-body') ?? element;
  for (const node of body.childNodes) {
    if (!(node instanceof HTMLHeadingElement && node.tagName === 'H2')) {
      fragment.append(document.importNode(node, true));
    }
  }
  for (const link of fragment.querySelectorAll('a[href]')) {
    // Links within the page and beside it must lead there from wherever the copy stands.
    link.setAttribute(
      'href',
      new URL(link.getAttribute('href') ?? '', new URL(address, location.href)).href,
    );
  }
  for (const opener of fragment.querySelectorAll('[popovertarget]')) {
    // Definitions stay on the page: here the term is plain text.
    opener.replaceWith(...opener.childNodes);
  }
  return fragment;
}
