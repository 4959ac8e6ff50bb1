/** Hostile input, and checks that it has no effect. */
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import type { OpenPage } from '../support/browser.ts';

const site = inject('rootSite');

/** Markup and code that would call `ran()`. Each one works in a different context. */
export const payloads = [
  '<img src=x onerror=ran()>',
  '"><svg onload=ran()>',
  "' onfocus=ran() autofocus tabindex=1 x='",
  '</script><script>ran()</script>',
  '<iframe srcdoc="<script>parent.ran()</script>"></iframe>',
  '<a href=javascript:ran()>x</a>',
  'javascript:ran()',
  '{{constructor.constructor("ran()")()}}',
] as const;

/** Encodes a name as links to sets do. */
export function inLink(name: string): string {
  return Buffer.from(name).toString('base64url');
}

/** Sets `strange` to 1 if injected code calls `ran` or opens a dialog or a window. */
export async function watch({ page }: OpenPage): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { strange: 0, ran: () => Object.assign(window, { strange: 1 }) });
    for (const name of ['alert', 'confirm', 'prompt', 'open'] as const) {
      Object.assign(window, { [name]: () => Object.assign(window, { strange: 1 }) });
    }
  });
}

/**
 * Checks that no injected code ran or became markup in the page. The page must also have made no
 * requests to other hosts, logged no errors, and still have a title.
 */
export async function expectUntouched({ page, errors, requests }: OpenPage): Promise<void> {
  const traces = await page.evaluate(() => ({
    strange: (window as unknown as { strange: number }).strange,
    markup: [...document.querySelectorAll('*')]
      .filter(
        ({ attributes, localName }) =>
          localName === 'iframe' ||
          [...attributes].some(
            ({ name, value }) =>
              /^on[a-z]+$/.test(name) ||
              // The title of what is shared is only text.
              (name !== 'data-title' && /^\s*javascript:/i.test(value)),
          ) ||
          (localName === 'img' && attributes.getNamedItem('src')?.value === 'x'),
      )
      .filter((element) => !element.matches('input, textarea'))
      .map(({ outerHTML }) => outerHTML.slice(0, 200)),
    heading: document.querySelector('h1')?.textContent?.trim() ?? '',
    broken: /Invalid Date|\[object Object\]/.exec(document.body.textContent ?? '')?.[0] ?? '',
    inherited: 'at' in {} || 'strange' in {},
  }));
  expect(traces).toMatchObject({ strange: 0, markup: [], broken: '', inherited: false });
  expect(traces.heading).not.toBe('');
  expect(errors).toEqual([]);
  expect(
    requests.filter((address) => !/^(blob|data):/.test(address) && !address.startsWith(site)),
  ).toEqual([]);
}

export async function mainText(page: Page): Promise<string> {
  return ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ');
}
