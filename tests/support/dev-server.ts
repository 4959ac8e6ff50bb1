import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

export interface DevServer {
  /** The server's URL, without the site's base path. */
  readonly address: string;
  output(): string;
  stop(): Promise<void>;
}

/**
 * Starts Astro's server for a project on a free port, either for development or for a built site.
 */
export async function startDevServer(
  root: string,
  command: 'dev' | 'preview' = 'dev',
): Promise<DevServer> {
  const astro = resolve('node_modules/astro/bin/astro.mjs');
  const child = spawn(process.execPath, [astro, command, '--port', '4800'], {
    cwd: root,
    // With Vitest's environment variables, Vite and Astro would turn off their file watchers.
    env: { ...process.env, NODE_ENV: '', VITEST: '', ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const closed = once(child, 'close');
  let printed = '';
  const address = await new Promise<string>((resolveUrl, fail) => {
    const limit = setTimeout(() => {
      fail(new Error(`Astro's server names no address: ${printed}`));
      child.kill();
    }, 60_000);
    const append = (chunk: Buffer): void => {
      printed += chunk;
      const [url] = /http:\/\/localhost:\d+\//.exec(printed) ?? [];
      if (url === undefined) return;
      clearTimeout(limit);
      resolveUrl(url);
    };
    child.stdout.on('data', append);
    child.stderr.on('data', append);
    child.on('close', () => {
      clearTimeout(limit);
      fail(new Error(`Astro's server ended: ${printed}`));
    });
  });
  const stop = async (): Promise<void> => {
    child.kill();
    await closed;
  };
  return { address, output: () => printed, stop };
}
