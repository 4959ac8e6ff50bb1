import type { APIRoute } from 'astro';
import { paths } from '../site-paths.ts';

/** Lets all crawlers read everything, and points to the sitemap (RFC 9309). */
export const GET: APIRoute = ({ site }) => {
  const sitemap = new URL(paths.file('sitemap-index.xml'), site);
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`);
};
