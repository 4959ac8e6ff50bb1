import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkedContent, UnreadableContent } from '../checked-content.ts';
import { reportOf } from '../domain/content-checks/report.ts';

const title = 'There are problems in the content.';

/**
 * In development, shows problems in the content over each open page, as `npm run validate` lists
 * them.
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
          const report = problemsIn(root);
          if (report !== undefined) {
            // Astro escapes the message.
            ws.send({ type: 'error', err: { name: 'Content', title, message: report, stack: '' } });
          } else if (hadProblems) {
            // Undoing an edit changes nothing in the content, so nothing else reloads the page.
            ws.send({ type: 'full-reload' });
          }
          hadProblems = report !== undefined;
        };
        ws.on('connection', () => {
          if (hadProblems) show();
        });
        for (const event of ['add', 'change', 'unlink'] as const) {
          watcher.on(event, (path) => {
            if (path.replaceAll('\\', '/').includes('/src/content/')) show();
          });
        }
      },
    },
  };
}

function problemsIn(root: string): string | undefined {
  try {
    const { issues } = checkedContent(root);
    return issues.length > 0 ? reportOf(issues) : undefined;
  } catch (error) {
    if (error instanceof UnreadableContent) return error.message;
    throw error;
  }
}
