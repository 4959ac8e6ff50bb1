import type { AstroIntegration } from 'astro';

/**
 * Variables that Astro and Vite define themselves. An environment variable with the same name would
 * replace theirs.
 */
const reserved = ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR'];

/**
 * Sets or unsets variables that would change the build on some machines, and logs a message if the
 * site's URL isn't set.
 */
export function preflight(): AstroIntegration {
  return {
    name: 'preflight',
    hooks: {
      'astro:config:setup': ({ command, logger }) => {
        if (command !== 'build') return;
        process.env.NODE_ENV = 'production';
        for (const name of reserved) delete process.env[name];
        if (process.env.SITE_URL) return;
        logger.info(
          'SITE_URL is not set, so downloads have no links to the site. See docs/hosting.md.',
        );
      },
    },
  };
}
