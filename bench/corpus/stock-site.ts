import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Article } from './articles.ts';

/** Astro bundles the packages that are listed here. */
const manifest =
  '{ "type": "module", "dependencies": { "@astrojs/starlight": "*", "astro": "*" } }\n';

const config = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'http://localhost:4321',
  integrations: [starlight({ title: 'Interview questions' })],
});
`;

const collections = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** Writes a default Starlight project, with a folder per level and a page per article. */
export function writeStock(root: string, articles: readonly Article[]): void {
  rmSync(root, { recursive: true, force: true });
  const write = (file: string, text: string): void => {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  write('package.json', manifest);
  write('astro.config.mjs', config);
  write('src/content.config.ts', collections);
  write('src/content/docs/index.md', '---\ntitle: Interview questions\n---\n\nOne page each.\n');
  for (const article of articles) {
    write(`src/content/docs/${article.level}/${article.slug}.md`, stockPage(article));
  }
}

/** The build command of a stock project; run it in its folder. */
export const stockBuild = [process.execPath, resolve('node_modules/astro/bin/astro.mjs'), 'build'];

/** Headings in Markdown, so that they get anchors and a contents list; the rest is HTML. */
function stockPage({ title, summary, parts }: Article): string {
  const body = parts.map(({ label, html }) => {
    const text = html.replace(/<h([34])>(.*?)<\/h\1>/gs, (_, level: string, words: string) => {
      return `\n\n${'#'.repeat(Number(level))} ${words}\n\n`;
    });
    return `## ${label}\n\n${text}`;
  });
  const head = `title: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(summary)}`;
  return `---\n${head}\n---\n\n${body.join('\n\n')}\n`;
}
