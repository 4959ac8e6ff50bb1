import { HtmlValidate, type ResolvedConfig, StaticConfigLoader } from 'html-validate';
import { piecesOf } from '../src/domain/links/page-pieces.ts';

/** Gives every page the same rules, made once: made for each, they take as long as the checking. */
class SameRules extends StaticConfigLoader {
  #rules: ResolvedConfig | Promise<ResolvedConfig> | undefined;

  override getConfigFor(page: string): ResolvedConfig | Promise<ResolvedConfig> {
    this.#rules ??= super.getConfigFor(page);
    return this.#rules;
  }
}

const validator = new HtmlValidate(
  new SameRules({
    root: true,
    extends: ['html-validate:standard'],
    // Beyond the standard: an id that something names is there, and a picture has words.
    rules: { 'no-missing-references': 'error', 'wcag/h37': 'error' },
  }),
);

/**
 * Checks a page against the HTML standard: tags that are not closed or stand where they may not,
 * ids that repeat or that something names and that are not there, attributes, and more. Returns a
 * line for each fault. Ids that repeat in a page of several pieces are for the caller to find.
 *
 * @param path what the page is called in those lines
 */
export async function checkHtml(path: string, html: string): Promise<string[]> {
  const problems: string[] = [];
  for (const { text, linesAbove } of piecesOf(html)) {
    const { results } = await validator.validateString(text);
    for (const { line, column, ruleId, message } of results.flatMap((result) => result.messages)) {
      problems.push(`${path}:${line + linesAbove}:${column}  ${message} (${ruleId})`);
    }
  }
  return problems;
}
