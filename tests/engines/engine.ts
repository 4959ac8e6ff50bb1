/** What user flows need from a browser, whatever its engine. */

export interface Engine {
  goto(url: string): Promise<void>;
  /** Evaluates an expression in the page and returns its value, which must be plain data. */
  evaluate(expression: string): Promise<unknown>;
  clickAt(x: number, y: number): Promise<void>;
  /**
   * Presses a key, alone or with modifiers. Keys are single characters or the names in
   * `codePoints`.
   */
  press(...keys: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** A browser that can print its page as an A4 PDF. */
export interface PrintingEngine extends Engine {
  print(): Promise<Uint8Array>;
}

/**
 * The code points of keys, by their WebDriver names
 * (https://www.w3.org/TR/webdriver2/#keyboard-actions).
 */
const codePoints: Readonly<Record<string, string>> = {
  Control: '\uE009',
  Enter: '\uE007',
  Space: ' ',
  Escape: '\uE00C',
  ArrowDown: '\uE015',
  ArrowRight: '\uE014',
};

/** Returns the actions for a key press, which are the same in both WebDriver protocols. */
export function keyActions(keys: readonly string[]): unknown[] {
  const values = keys.map((key) => codePoints[key] ?? key);
  return [
    {
      type: 'key',
      id: 'keyboard',
      actions: [
        ...values.map((value) => ({ type: 'keyDown', value })),
        ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
      ],
    },
  ];
}

/** Returns the actions for a click, which are the same in both WebDriver protocols. */
export function clickActions(x: number, y: number): unknown[] {
  return [
    {
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions: [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ],
    },
  ];
}

/** The timeout and the polling interval, in milliseconds. */
const patience = 60_000;
const pause = 50;

export async function until<Found>(
  look: () => Promise<Found | undefined>,
  what: unknown = look,
): Promise<Found> {
  const end = Date.now() + patience;
  for (;;) {
    // A page doesn't respond while it is being unloaded.
    const result = await look().catch(() => undefined);
    if (result !== undefined) return result;
    if (Date.now() > end) throw new Error(`Not so after ${patience} ms: ${what}`);
    await new Promise((done) => setTimeout(done, pause));
  }
}

/** A user of a page. CSS selectors and visible names identify what the user looks at and clicks. */
export class Reader {
  readonly #engine: Engine;
  readonly site: string;
  /** The errors and content security policy violations on all visited pages. */
  readonly faults: string[] = [];

  constructor(engine: Engine, site: string) {
    this.#engine = engine;
    this.site = site;
  }

  async open(path: string): Promise<void> {
    await this.noteFaults();
    // Otherwise, a URL that differs only in its fragment wouldn't reload the page.
    await this.#engine.goto('about:blank');
    await this.#engine.goto(this.site + path);
    await this.run(listenForFaults);
    await this.waitFor(() => document.readyState === 'complete');
    await this.waitFor(() => customElements.get('site-search') !== undefined);
  }

  /**
   * Runs a function in the page. The function can use only its arguments, which must be plain data.
   */
  async run<Args extends readonly unknown[], Value>(
    work: (...args: Args) => Value,
    ...args: Args
  ): Promise<Value> {
    const call = `(${work})(${args.map((arg) => JSON.stringify(arg)).join(', ')})`;
    return (await this.#engine.evaluate(call)) as Value;
  }

  /** Waits until a function in the page returns a truthy value, and returns that value. */
  waitFor<Args extends readonly unknown[], Value>(
    look: (...args: Args) => Value,
    ...args: Args
  ): Promise<NonNullable<Value>> {
    return until(
      async () => (await this.run(look, ...args)) || undefined,
      `${look} ${JSON.stringify(args)}`,
    );
  }

  /** Returns the text of the first visible element, on one line. */
  async text(selector: string): Promise<string> {
    return (await this.waitFor(textOf, selector)) ?? '';
  }

  /** Clicks the first visible element whose text or label starts with `name`. */
  async click(selector: string, name = ''): Promise<void> {
    const center = await this.waitFor(centerOf, selector, name);
    if (center === undefined) throw new Error(`There is no ${selector}.`);
    await this.#engine.clickAt(...center);
  }

  /**
   * Presses keys one after another. Keys joined with "+", as in `Control+k`, are pressed together.
   */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#engine.press(...key.split('+'));
  }

  /** Records the page's faults so far, which would be lost on navigation. */
  async noteFaults(): Promise<void> {
    this.faults.push(...((await this.run(takeFaults).catch(() => [])) ?? []));
  }
}

declare global {
  interface Window {
    faults?: string[];
  }
}

function listenForFaults(): void {
  const faults: string[] = [];
  window.faults = faults;
  addEventListener('error', ({ message }) => faults.push(message));
  addEventListener('unhandledrejection', ({ reason }) => faults.push(`rejected: ${reason}`));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    faults.push(`${location.pathname}: ${violatedDirective} ${blockedURI}`);
  });
}

function takeFaults(): string[] | undefined {
  return window.faults?.splice(0);
}

function textOf(selector: string): string | undefined {
  const match = [...document.querySelectorAll<HTMLElement>(selector)].find(
    (element) => element.getClientRects().length > 0,
  );
  return match?.textContent.replace(/\s+/g, ' ').trim();
}

function centerOf(selector: string, name: string): [x: number, y: number] | undefined {
  const match = [...document.querySelectorAll<HTMLElement>(selector)].find((element) => {
    const label = element.ariaLabel ?? element.textContent;
    return (
      element.getClientRects().length > 0 && label.replace(/\s+/g, ' ').trim().startsWith(name)
    );
  });
  match?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const [box] = match?.getClientRects() ?? [];
  return box && [box.left + box.width / 2, box.top + box.height / 2];
}
