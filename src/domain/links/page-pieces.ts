/** A piece of a page that is a page by itself. */
export interface PagePiece {
  readonly text: string;
  /** Lines of the page that stand above what is its own in the piece, on whose first line it begins. */
  readonly linesAbove: number;
}

/** Most characters of a page that is left whole: checking it takes two hundred bytes for each. */
const longest = 1_500_000;

/** How long pieces get, in characters. */
const enough = 300_000;

/** What the articles of a page stand in, in a piece; on one line, so that lines can be counted. */
const before =
  '<!doctype html><html lang="en"><head><title>x</title></head><body><main><section><h2>x</h2>';
const after = '</section></main></body></html>\n';

/**
 * Cuts a page that is too long to be held as a tree, such as all questions for paper, into its
 * articles, some to a piece, and the page without them. A short page is one piece. An article
 * within an article is not cut off.
 */
export function* piecesOf(page: string): Generator<PagePiece> {
  if (page.length <= longest) {
    yield { text: page, linesAbove: 0 };
    return;
  }
  const frame: string[] = [];
  let articles = '';
  let lines = 0;
  let linesAbove = 0;
  for (const part of partsOf(page)) {
    const isArticle = part.startsWith('<article');
    // Lines are kept, so that what is told of the frame is told at its place.
    frame.push(isArticle ? '\n'.repeat(linesIn(part)) : part);
    if (isArticle) {
      if (articles === '') linesAbove = lines;
      articles += part;
    } else if (articles !== '') {
      articles += '\n'.repeat(linesIn(part));
    }
    lines += linesIn(part);
    if (articles.length >= enough) {
      yield { text: before + articles + after, linesAbove };
      articles = '';
    }
  }
  if (articles !== '') yield { text: before + articles + after, linesAbove };
  yield { text: frame.join(''), linesAbove: 0 };
}

/** The articles of a page, and what stands before, between and behind them, in order. */
function* partsOf(page: string): Generator<string> {
  let end = 0;
  for (let at = page.indexOf('<article'); at !== -1; at = page.indexOf('<article', end)) {
    if (at > end) yield page.slice(end, at);
    end = endOfArticle(page, at);
    yield page.slice(at, end);
  }
  if (end < page.length) yield page.slice(end);
}

/** Where the article that starts there ends; the end of the page if nothing closes it. */
function endOfArticle(page: string, start: number): number {
  const tag = /<(\/?)article\b[^>]*>/g;
  tag.lastIndex = start;
  let depth = 0;
  for (let found = tag.exec(page); found !== null; found = tag.exec(page)) {
    depth += found[1] === '/' ? -1 : 1;
    if (depth === 0) return tag.lastIndex;
  }
  return page.length;
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
