const adopted = new Set<string>();

/** Adds stylesheets to a page that was loaded without them, each once. */
export function adoptStyles(...sheets: readonly string[]): void {
  for (const text of sheets) {
    if (adopted.has(text)) continue;
    adopted.add(text);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }
}
