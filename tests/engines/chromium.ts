import { chromium } from 'playwright-core';
import { ensureBrowser } from '../../scripts/find-browser.ts';
import { testArguments } from '../support/browser.ts';
import type { PrintingEngine } from './engine.ts';

export async function startChromium(): Promise<PrintingEngine> {
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: testArguments,
  });
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  return {
    goto: async (url) => {
      await page.goto(url);
    },
    evaluate: (expression) => page.evaluate(expression),
    clickAt: (x, y) => page.mouse.click(x, y),
    press: (...keys) => page.keyboard.press(keys.join('+')),
    print: () => page.pdf({ format: 'A4', preferCSSPageSize: true }),
    close: () => browser.close(),
  };
}
