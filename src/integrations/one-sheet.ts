const sheets = /<style>(.*?)<\/style>/gs;

/**
 * Joins the sheets that stand in a page into one, in their order and where the last one stands:
 * each would cost the page's policy a hash. A page that says to be plain loses them: Astro gives it
 * those of all that its route may show.
 */
export function withOneSheet(html: string): string {
  if (html.includes('<html lang="en" data-plain>')) return html.replace(sheets, '');
  const found = [...html.matchAll(sheets)];
  if (found.length < 2) return html;
  const all = found.map(([, text]) => text).join('');
  let left = found.length;
  return html.replace(sheets, () => {
    left -= 1;
    return left === 0 ? `<style>${all}</style>` : '';
  });
}
