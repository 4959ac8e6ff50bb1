/**
 * Sets the chosen theme before the first paint. Each page has this exact text inline, so that the
 * content policy can allow it by its hash. Values other than `light` and `dark` have no effect: the
 * stylesheet then follows the system. The key is defined in `storage-keys.ts`.
 */
export const applyTheme =
  "try{document.documentElement.dataset.theme=localStorage['starlight-theme']||''}catch{}";
