const roles = ['candidate', 'interviewer', 'observer', 'creator'] as const;

export interface MockAddress {
  /** The mock interview's link without `#`. Empty if there is none. */
  readonly fragment: string;
  /**
   * The role, from `?as=<role>`. `creator` opens the form without a mock interview. The scorecard
   * (`interviewer`) and the comparison (`observer`) have moved to the interview kit.
   */
  readonly as: (typeof roles)[number];
  /** The id of one of the reader's past results, from `?result=<id>`. */
  readonly result: string | undefined;
}

export function mockAddress(): MockAddress {
  const query = new URLSearchParams(location.search);
  const as = query.get('as');
  return {
    fragment: location.hash.replace(/^#/, ''),
    as: roles.find((role) => role === as) ?? 'candidate',
    result: query.get('result') ?? undefined,
  };
}

/** @param path the path to the mock interview page */
export function shareAddress(path: string, link: string): string {
  return new URL(`${path}#${link}`, location.origin).href;
}

/** Opens another URL of this page. Back then returns to the current one. */
export function goTo(address: string): void {
  history.pushState(null, '', address);
}

/**
 * Calls the listener after Back, Forward, a changed fragment, or a plain click on a link within
 * `root` to this page. Such a click doesn't reload the page.
 */
export function onAddress(root: HTMLElement, listener: () => void, signal: AbortSignal): void {
  window.addEventListener('popstate', listener, { signal });
  window.addEventListener('hashchange', listener, { signal });
  root.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link === null || !isPlainClick(event) || link.target !== '') return;
      if (link.origin !== location.origin || link.pathname !== location.pathname) return;
      event.preventDefault();
      if (link.href !== location.href) goTo(link.href);
      listener();
    },
    { signal },
  );
}

function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}
