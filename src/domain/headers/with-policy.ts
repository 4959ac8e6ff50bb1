/** Position of the policy: after the encoding, before everything that it controls. */
const encoding = /<meta charset="utf-8"\s*\/?>/i;

/**
 * Adds a policy to a page.
 *
 * @throws if the page has no encoding tag, after which the policy goes
 */
export function withPolicy(html: string, policy: string): string {
  if (!encoding.test(html)) throw new Error('The page has no <meta charset="utf-8">.');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return html.replace(encoding, (found) => found + meta);
}
