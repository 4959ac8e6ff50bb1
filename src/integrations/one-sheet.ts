const sheets = /<style>(.*?)<\/style>/gs;

/**
 * Joins the sheets that stand in a page into one, in their order and where the last one stands:
 * each would cost the page's policy a hash.
 */
export function withOneSheet(html: string): string {
  const found = [...html.matchAll(sheets)];
  if (found.length < 2) return html;
  const all = found.map(([, text]) => text).join('');
  let left = found.length;
  return html.replace(sheets, () => {
    left -= 1;
    return left === 0 ? `<style>${all}</style>` : '';
  });
}
