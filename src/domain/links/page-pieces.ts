/** A piece of a page that is a page by itself. */
export interface PagePiece {
  readonly text: string;
  /** Lines of the page that stand above what is its own in the piece, on whose first line it begins. */
  readonly linesAbove: number;
  /** The sections of the article that it is; of other pieces none is told. */
  readonly sections: readonly string[];
}

/** Most characters of a page that is left whole: checking it takes two hundred bytes for each. */
const longest = 1_500_000;

/** What an article stands in, in a piece; on one line, so that lines can be counted. */
const before =
  '<!doctype html><html lang="en"><head><title>x</title></head><body><main><section><h2>x</h2>';
const after = '</section></main></body></html>\n';

/**
 * Cuts a page that is too long to be held as a tree, such as all questions for paper, into its
 * articles and the page without them. A short page is one piece. An article within an article is
 * not cut off.
 */
export function* piecesOf(page: string): Generator<PagePiece> {
  if (page.length <= longest) {
    yield { text: page, linesAbove: 0, sections: [] };
    return;
  }
  const frame: string[] = [];
  let linesAbove = 0;
  for (const part of partsOf(page, 'article')) {
    const isArticle = part.startsWith('<article');
    if (isArticle) {
      const sections = [...partsOf(part, 'section')].filter((one) => one.startsWith('<section'));
      yield { text: before + part + after, linesAbove, sections };
    }
    // Lines are kept, so that what is told of the frame is told at its place.
    frame.push(isArticle ? '\n'.repeat(linesIn(part)) : part);
    linesAbove += linesIn(part);
  }
  yield { text: frame.join(''), linesAbove: 0, sections: [] };
}

/** The outermost elements of that name, and what stands before, between and behind them, in order. */
function* partsOf(text: string, name: string): Generator<string> {
  let end = 0;
  for (let at = text.indexOf(`<${name}`); at !== -1; at = text.indexOf(`<${name}`, end)) {
    if (at > end) yield text.slice(end, at);
    end = endOfElement(text, name, at);
    yield text.slice(at, end);
  }
  if (end < text.length) yield text.slice(end);
}

/** Where the element that starts there ends; the end of the text if nothing closes it. */
function endOfElement(text: string, name: string, start: number): number {
  const tag = new RegExp(`<(/?)${name}\\b[^>]*>`, 'g');
  tag.lastIndex = start;
  let depth = 0;
  for (let found = tag.exec(text); found !== null; found = tag.exec(text)) {
    depth += found[1] === '/' ? -1 : 1;
    if (depth === 0) return tag.lastIndex;
  }
  return text.length;
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
