import type { Page } from 'playwright-core';

/** Holds back responses for matching URLs. Returns a function that releases them. */
export async function delayResponses(page: Page, address: string | RegExp): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(address, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}
