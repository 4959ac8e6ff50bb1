import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkedContent } from '../checked-content.ts';
import { reportOf } from '../domain/content-checks/issue.ts';

const title = 'There are problems in the content.';

/**
 * In development, shows content problems on top of each open page: the same ones that `npm run
 * validate` lists.
 */
export function problemsInDev(): AstroIntegration {
  let root = '';
  return {
    name: 'problems-in-dev',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server }) => {
        const { ws, watcher } = server;
        let hadProblems = false;
        const show = (): void => {
          const { issues } = checkedContent(root);
          if (issues.length > 0) {
            // Astro escapes the message.
            const message = reportOf(issues);
            ws.send({ type: 'error', err: { name: 'Content', title, message, stack: '' } });
          } else if (hadProblems) {
            // If an edit is undone, the content is what it was before, so nothing else reloads the
            // page.
            ws.send({ type: 'full-reload' });
          }
          hadProblems = issues.length > 0;
        };
        ws.on('connection', show);
        for (const event of ['add', 'change', 'unlink'] as const) {
          watcher.on(event, (path) => {
            if (path.replaceAll('\\', '/').includes('/src/content/')) show();
          });
        }
      },
    },
  };
}
