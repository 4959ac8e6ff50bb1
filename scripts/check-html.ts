import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, type ResolvedConfig, StaticConfigLoader } from 'html-validate';

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
 * Checks pages against the HTML standard: tags that are not closed or stand where they may not,
 * ids that repeat or that something names and that are not there, attributes, and more.
 * Returns a line for each fault.
 */
export async function checkHtml(dist: string, pages: readonly string[]): Promise<string[]> {
  const problems: string[] = [];
  for (const page of pages) {
    const path = join(dist, page);
    const { results } = await validator.validateString(readFileSync(path, 'utf8'));
    for (const { line, column, ruleId, message } of results.flatMap((result) => result.messages)) {
      problems.push(`${path}:${line}:${column}  ${message} (${ruleId})`);
    }
  }
  return problems;
}
