/**
 * Which pages a browser may fetch before they are asked for (speculation rules, Chromium): pages of
 * this site, when a finger or a pointer rests on the link to them.
 */
export const nextPages = JSON.stringify({
  prefetch: [
    {
      where: { and: [{ href_matches: '/*' }, { selector_matches: 'a[href$="/"]' }] },
      eagerness: 'moderate',
    },
  ],
});
