import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  // Beyond the standard rules: every referenced id exists, and every picture has alternative text.
  rules: { 'no-missing-references': 'error', 'wcag/h37': 'error' },
});

/**
 * Maximum length of a checked page, in characters: the validator needs 200 bytes of memory per
 * character. Only the print page of the whole guide is longer, and the print pages of its levels
 * have the same articles.
 */
const maxLength = 1_000_000;

/**
 * Validates the HTML of a page. Returns a line for each error.
 *
 * @param path what the lines call the page
 */
export async function checkHtml(path: string, html: string): Promise<string[]> {
  if (html.length > maxLength) return [];
  const { results } = await validator.validateString(html);
  return results
    .flatMap(({ messages }) => messages)
    .map(
      ({ line, column, message, ruleId }) => `${path}:${line}:${column}  ${message} (${ruleId})`,
    );
}
