/** WebKitGTK controlled by WebDriver (https://www.w3.org/TR/webdriver2/), on a virtual display. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { clickActions, type Engine, keyActions, until } from './engine.ts';

export async function startWebKit(): Promise<Engine> {
  const port = await freePort();
  const driver = spawn(
    'xvfb-run',
    ['-a', '-s', '-screen 0 1280x1000x24', 'WebKitWebDriver', `--port=${port}`],
    {
      env: { ...process.env, LIBGL_ALWAYS_SOFTWARE: '1' },
      stdio: 'ignore',
      // The driver gets its own process group, so that it can be killed together with its display.
      detached: true,
    },
  );
  const end = (): void => {
    if (driver.pid !== undefined) process.kill(-driver.pid);
  };
  const driverUrl = `http://127.0.0.1:${port}`;
  const call = async (method: string, path: string, body: object = {}): Promise<unknown> => {
    const response = await fetch(driverUrl + path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { readonly value: unknown };
    const { error, message } = (value ?? {}) as { readonly error?: string; message?: string };
    if (error !== undefined) throw new Error(`${path}: ${error}: ${message}`);
    return value;
  };
  try {
    await until(() => call('GET', '/status').then(() => true));
    const { sessionId } = (await call('POST', '/session', {
      capabilities: { alwaysMatch: {} },
    })) as { readonly sessionId: string };
    const session = `/session/${sessionId}`;
    return {
      goto: async (url) => {
        await call('POST', `${session}/url`, { url });
      },
      evaluate: async (expression) => {
        const script = `return JSON.stringify(${expression})`;
        const text = await call('POST', `${session}/execute/sync`, { script, args: [] });
        return typeof text === 'string' ? JSON.parse(text) : undefined;
      },
      clickAt: async (x, y) => {
        await call('POST', `${session}/actions`, { actions: clickActions(x, y) });
      },
      press: async (...keys) => {
        await call('POST', `${session}/actions`, { actions: keyActions(keys) });
      },
      close: async () => {
        await call('DELETE', session).catch(() => {});
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}
