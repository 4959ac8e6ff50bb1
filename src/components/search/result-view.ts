import type { PagefindPage } from '../../browser/pagefind.ts';

/** Makes the entry of one result: its title as a link, where it stands, and the text around the match. */
export function resultView(page: PagefindPage): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = page.url;
  link.textContent = page.meta.title ?? page.url;
  const place = document.createElement('p');
  place.className = 'place';
  place.textContent = [page.meta.levelLabel, page.meta.topics].filter(Boolean).join(' · ');
  item.append(link, place);
  if (page.excerpt !== '') {
    const excerpt = document.createElement('p');
    excerpt.className = 'excerpt';
    excerpt.append(...markedText(page.excerpt));
    item.append(excerpt);
  }
  return item;
}

/** Text with its marks kept; any other markup in it becomes plain text. */
function markedText(html: string): Node[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node) => {
    if (!(node instanceof HTMLElement) || node.tagName !== 'MARK') {
      return document.createTextNode(node.textContent ?? '');
    }
    const mark = document.createElement('mark');
    mark.textContent = node.textContent;
    return mark;
  });
}
