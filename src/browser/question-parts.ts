import type { AnyPartId } from '../domain/guide/parts.ts';
import type { Result } from '../lib/result.ts';
import { OutdatedPageError } from './outdated-page.ts';

/**
 * The parts of a question, copied from its page, so that prose is rendered only once. The copies
 * have no heading, and their links open the same URLs in a new tab. Glossary terms become plain
 * words, because their definitions need the page around them.
 */
export class QuestionParts {
  readonly #parts: ReadonlyMap<string, DocumentFragment>;

  private constructor(parts: ReadonlyMap<string, DocumentFragment>) {
    this.#parts = parts;
  }

  static async fetch(address: string): Promise<Result<QuestionParts>> {
    try {
      const response = await fetch(address);
      // The host responds, but no longer has this page.
      if (response.status === 404) return { problem: new OutdatedPageError().message };
      if (!response.ok) return { problem };
      const html = await response.text();
      // Leave out the head. This page's content security policy would report the inline styles
      // there, although they'd have no effect here.
      const page = new DOMParser().parseFromString(html.slice(html.indexOf('<body')), 'text/html');
      const elements = page.querySelectorAll<HTMLElement>('[data-part]');
      const base = new URL(address, location.href);
      const parts = [...elements].map(
        (part) => [part.dataset['part'] ?? '', copy(part, base)] as const,
      );
      return parts.length === 0 ? { problem } : { value: new QuestionParts(new Map(parts)) };
    } catch {
      return { problem };
    }
  }

  part(id: AnyPartId): DocumentFragment | undefined {
    return this.#parts.get(id)?.cloneNode(true) as DocumentFragment | undefined;
  }
}

const problem =
  'We couldn’t load this question’s page. Check your connection. Your answer is safe.';

function copy(part: HTMLElement, base: URL): DocumentFragment {
  const body = part.querySelector(':scope > .part-body') ?? part;
  const copied = document.createDocumentFragment();
  copied.append(...[...body.cloneNode(true).childNodes].map((node) => document.adoptNode(node)));
  for (const removed of copied.querySelectorAll('script, [popover], review-note')) {
    removed.remove();
  }
  for (const term of copied.querySelectorAll('[popovertarget]')) {
    term.replaceWith(term.textContent);
  }
  for (const link of copied.querySelectorAll('a')) copyLink(link, base);
  // A page may show two copies, and ids must be unique.
  for (const named of copied.querySelectorAll('[id]')) named.removeAttribute('id');
  return copied;
}

/**
 * Opens a link in a new tab. Citation numbers link to an anchor on the question page, so they
 * become plain text here.
 */
function copyLink(link: HTMLAnchorElement, base: URL): void {
  const href = link.getAttribute('href') ?? '';
  if (href.startsWith('#')) {
    link.replaceWith(link.textContent);
    return;
  }
  link.href = new URL(href, base).href;
  // If the link replaced this page, an ongoing recording would be lost.
  link.target = '_blank';
  link.rel = 'noopener';
}
