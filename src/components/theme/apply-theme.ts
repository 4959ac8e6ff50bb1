/**
 * Sets the theme that the reader chose before anything is painted; stands in the head of each page
 * as it is here, so that a content policy can allow it by its hash. What is no theme does nothing:
 * the sheet knows `light` and `dark`, and follows the system otherwise. The key is that of `kept-texts.ts`.
 */
export const applyTheme =
  "try{document.documentElement.dataset.theme=localStorage['starlight-theme']||''}catch{}";
