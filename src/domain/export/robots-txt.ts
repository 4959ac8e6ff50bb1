import type { Export } from './export.ts';

/** Lets every crawler read everything, and names the sitemap (RFC 9309). */
export const robotsTxt: Export = {
  downloads: [],
  make: ({ origin, paths }) => [
    {
      path: 'robots.txt',
      content: `User-agent: *\nAllow: /\n\nSitemap: ${origin}${paths.file('sitemap-index.xml')}\n`,
    },
  ],
};
