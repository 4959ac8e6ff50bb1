import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from './articles.ts';

const style =
  'body{max-width:42rem;margin:auto;padding:1rem;font:1rem/1.6 system-ui}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.3rem;text-align:left;vertical-align:top}svg{width:100%;fill:none;stroke:#666}svg text{fill:#222;stroke:none;font-size:13px}.box text{text-anchor:middle}';

/** The lightest practical page: the article, a title, and a stylesheet of 0.3 kB. */
export function floorPage({ title, summary, parts }: Article): string {
  const sections = parts.map(({ label, html }) => `<h2>${label}</h2>\n${html}`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<meta name="description" content="${escapeHtml(summary)}">
<link rel="icon" href="data:,">
<style>${style}</style>
<main>
<h1>${escapeHtml(title)}</h1>
${sections.join('\n')}
</main>
`;
}

/** Writes a floor page for each article, as a site in that folder. */
export function writeFloor(root: string, articles: readonly Article[]): void {
  rmSync(root, { recursive: true, force: true });
  for (const article of articles) {
    const folder = join(root, article.slug);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.html'), floorPage(article));
  }
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
