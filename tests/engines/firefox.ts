/**
 * Firefox controlled by WebDriver BiDi, a W3C protocol that it supports without a driver
 * (https://www.w3.org/TR/webdriver-bidi/). Debian has no geckodriver, and Playwright needs its own
 * build of Firefox.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clickActions, keyActions, type PrintingEngine } from './engine.ts';

/**
 * Profile settings that keep the browser from sending requests and opening pages of its own, and
 * that reduce motion.
 */
const preferences = {
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.server': 'data:,',
  'ui.prefersReducedMotion': 1,
};

interface Message {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

export async function startFirefox(path: string): Promise<PrintingEngine> {
  const profile = mkdtempSync(join(tmpdir(), 'guide-firefox-'));
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const process = spawn(path, ['--headless', '--profile', profile, '--remote-debugging-port=0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let output = '';
    process.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const [, found] = /WebDriver BiDi listening on (\S+)/.exec(output) ?? [];
      if (found !== undefined) resolve(found);
    });
    process.once('exit', () => reject(new Error(`Firefox ended: ${output}`)));
  });
  const { send, close } = await connect(`${address}/session`);
  await send('session.new', { capabilities: {} });
  const { contexts } = (await send('browsingContext.getTree', {})) as {
    readonly contexts: readonly { readonly context: string }[];
  };
  const context = contexts[0]?.context;
  return {
    goto: async (url) => {
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    evaluate: async (expression) => {
      const { result, exceptionDetails } = (await send('script.evaluate', {
        // Send the value as JSON, because the protocol has a different format for each type of
        // value.
        expression: `JSON.stringify(${expression})`,
        target: { context },
        awaitPromise: false,
      })) as {
        readonly result?: { readonly value?: string };
        readonly exceptionDetails?: { readonly text: string };
      };
      if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
      return result?.value === undefined ? undefined : JSON.parse(result.value);
    },
    clickAt: async (x, y) => {
      await send('input.performActions', { context, actions: clickActions(x, y) });
    },
    press: async (...keys) => {
      await send('input.performActions', { context, actions: keyActions(keys) });
    },
    print: async () => {
      // The size of A4, in centimeters. The margins are the same as in the page's styles.
      const page = { width: 21, height: 29.7 };
      const margin = { top: 0.8, bottom: 0.8, left: 1, right: 1 };
      const options = { context, page, margin, shrinkToFit: false };
      const { data } = (await send('browsingContext.print', options)) as { readonly data: string };
      return Buffer.from(data, 'base64');
    },
    close: async () => {
      const ended = new Promise((done) => process.once('exit', done));
      await send('browser.close', {}).catch(() => process.kill());
      close();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function connect(address: string) {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error(`Firefox does not answer at ${address}.`));
  });
  const waiting = new Map<number, (message: Message) => void>();
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id === undefined) return;
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  };
  let last = 0;
  const send = (method: string, params: object): Promise<unknown> => {
    last += 1;
    const id = last;
    socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => {
      waiting.set(id, ({ result, error, message }) => {
        if (error === undefined) resolve(result);
        else reject(new Error(`${method}: ${error}: ${message}`));
      });
    });
  };
  return { send, close: () => socket.close() };
}
