/**
 * Sets the theme that the reader chose before anything is painted; stands in the head of each page
 * as it is here, so that a content policy can allow it by its hash. Without a choice the sheet
 * follows the system. The key is the one of `theme.ts`.
 */
export const applyTheme =
  "try{let t=localStorage['starlight-theme'];if(t=='light'||t=='dark')document.documentElement.dataset.theme=t}catch{}";
