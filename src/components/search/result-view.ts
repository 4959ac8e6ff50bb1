import type { PagefindPage } from '../../browser/pagefind.ts';

/** Makes the entry of one result: its title as a link, where it stands, and the text around the match. */
export function resultView(page: PagefindPage): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = page.url;
  link.textContent = titleOf(page);
  item.append(link, ...details(page));
  return item;
}

/** Makes the option of one result for a list box: the whole option is the link. */
export function resultOption(page: PagefindPage): HTMLAnchorElement {
  const option = document.createElement('a');
  const title = document.createElement('strong');
  option.href = page.url;
  title.textContent = titleOf(page);
  option.append(title, ...details(page));
  return option;
}

function titleOf(page: PagefindPage): string {
  return page.meta.title ?? page.url;
}

function details({ meta, excerpt }: PagefindPage): HTMLElement[] {
  const place = document.createElement('p');
  place.className = 'place';
  place.textContent = [meta.levelLabel, meta.topics].filter(Boolean).join(' · ');
  if (excerpt === '') return [place];
  const text = document.createElement('p');
  text.className = 'excerpt';
  text.append(...markedText(excerpt));
  return [place, text];
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
