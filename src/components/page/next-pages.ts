/**
 * Speculation rules (Chromium): the browser may prefetch pages of this site when the reader points
 * at a link. The content policy allows this exact text, so it is the same on all pages.
 */
export const nextPages = JSON.stringify({
  prefetch: [
    {
      where: { and: [{ href_matches: '/*' }, { selector_matches: 'a[href$="/"]' }] },
      eagerness: 'moderate',
    },
  ],
});

/** Adds these rules to a page. Its script adds them, so that a page doesn't pay for their text. */
export function offerNextPages(): void {
  const rules = document.createElement('script');
  rules.type = 'speculationrules';
  rules.textContent = nextPages;
  document.head.append(rules);
}
