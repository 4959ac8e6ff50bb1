/**
 * Which pages a browser may fetch before they are asked for (speculation rules, Chromium): pages of
 * this site, when a finger or a pointer rests on the link to them. Allowed by each page's policy, so
 * it is the same text in all.
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
