export interface MockAddress {
  /** The mock's link, without `#`; empty if there is none. */
  readonly fragment: string;
  /**
   * Whose page is wanted: the scorecard with `?as=interviewer`, the comparison alone with
   * `?as=observer`.
   */
  readonly as: 'candidate' | 'interviewer' | 'observer';
  /** Id of a past result of the reader's own: `?result=<id>`. */
  readonly result: string | undefined;
}

export function mockAddress(): MockAddress {
  const query = new URLSearchParams(location.search);
  const as = query.get('as');
  return {
    fragment: location.hash.replace(/^#/, ''),
    as: as === 'interviewer' || as === 'observer' ? as : 'candidate',
    result: query.get('result') ?? undefined,
  };
}

/** The whole address of a mock, to pass on. @param path of the mock page */
export function shareAddress(path: string, link: string): string {
  return new URL(`${path}#${link}`, location.origin).href;
}

/** Goes to another address of this page, so that Back leads here again. */
export function goTo(address: string): void {
  history.pushState(null, '', address);
}

/**
 * Follows the address bar: Back, Forward, a changed fragment, and links within `root` that lead
 * to this page, which is not loaded again for them.
 */
export function onMockAddress(root: HTMLElement, heard: () => void, signal: AbortSignal): void {
  window.addEventListener('popstate', heard, { signal });
  window.addEventListener('hashchange', heard, { signal });
  root.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link === null || !isPlainClick(event) || link.target !== '') return;
      if (link.origin !== location.origin || link.pathname !== location.pathname) return;
      event.preventDefault();
      if (link.href !== location.href) goTo(link.href);
      heard();
    },
    { signal },
  );
}

function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}
