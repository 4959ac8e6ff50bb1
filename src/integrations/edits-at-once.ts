import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** What loaders say by the development server's watcher when they have taken in an edit. */
export const contentRead = 'guide:content-read';

/** What they say when they refuse one: there is something wrong with it. */
export const contentRefused = 'guide:content-refused';

/** Milliseconds in which further edits are waited for: an editor may save several files together. */
const pause = 10;

/** Milliseconds after which a page that was saved counts as one that says what it said before. */
const patience = 2000;

/** No loader has this name, so that nothing is read again. */
const none = 'none';

/** What pages import to find the content, as Astro resolves it. */
const store = '\0astro:data-layer-content';

/** Where Astro keeps what it has read of the content while the development server runs. */
const storeFile = '.astro/data-store.json';

/**
 * Shows edits of the content at once. Astro waits half a second before it writes what was read to
 * where pages take it from; asked to read again, it writes before it answers. And it makes a module
 * of the whole content, which is parsed several times: here the module reads the file.
 */
export function editsAtOnce(): AstroIntegration {
  const saved = new Signal();
  let file = new URL('file:///');
  return {
    name: 'edits-at-once',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'dev') return;
        file = new URL(storeFile, config.root);
        updateConfig({ vite: { plugins: [storeFromFile(file), pagesAfterContent(saved)] } });
      },
      'astro:server:setup': ({ server, refreshContent }) => {
        let waiting: NodeJS.Timeout | undefined;
        // Its types know only its own events; it is an emitter like any other.
        const watcher: NodeJS.EventEmitter = server.watcher;
        watcher.on(contentRead, () => {
          clearTimeout(waiting);
          waiting = setTimeout(() => void refreshContent?.({ loaders: [none] }), pause);
        });
        const path = fileURLToPath(file).replaceAll('\\', '/');
        watcher.on('all', (_: string, changed: string) => {
          if (changed.replaceAll('\\', '/') === path) saved.give(true);
        });
        watcher.on(contentRefused, () => saved.give(false));
      },
    },
  };
}

/** An answer that others wait for, again and again. */
class Signal {
  #waiting: ((isGood: boolean) => void)[] = [];

  give(isGood: boolean): void {
    for (const go of this.#waiting.splice(0)) go(isGood);
  }

  /** Waits for it at most so many milliseconds; no answer is a bad one. */
  within(milliseconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), milliseconds);
      this.#waiting.push((isGood) => {
        clearTimeout(timer);
        resolve(isGood);
      });
    });
  }
}

function storeFromFile(file: URL) {
  return {
    name: 'content-from-file',
    load: {
      order: 'pre' as const,
      filter: { id: new RegExp(`^${store}$`) },
      // Before the first reading there is no file, and Astro's own module is empty.
      handler: () =>
        existsSync(file)
          ? `import { readFileSync } from 'node:fs';
export default JSON.parse(readFileSync(new URL(${JSON.stringify(file.href)}), 'utf8'));`
          : null,
    },
  };
}

/**
 * Has the browser ask for a page once when its file was saved: when what was read of it is there. Asked
 * for before and after, pages could be made of modules of both, and stay so. What the loader does not
 * take in is shown as Astro would: what is wrong with the page stands on the screen then.
 */
function pagesAfterContent(saved: Signal) {
  const shown = new Set<string>();
  return {
    name: 'pages-after-content',
    hotUpdate: {
      order: 'pre' as const,
      async handler(
        this: { readonly environment: { readonly name: string } },
        { file }: { readonly file: string },
      ): Promise<[] | undefined> {
        // Environments are told one after the other, the browser first.
        if (this.environment.name === 'client' && file.endsWith('.mdx')) {
          if (await saved.within(patience)) shown.add(file);
          else shown.delete(file);
        }
        return shown.has(file) ? [] : undefined;
      },
    },
  };
}
