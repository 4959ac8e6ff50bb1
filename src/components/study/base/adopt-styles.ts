const adopted = new Set<string>();

/** Adds each stylesheet only once. The content policy doesn't restrict constructed stylesheets. */
export function adoptStyles(...sheets: readonly string[]): void {
  for (const text of sheets) {
    if (adopted.has(text)) continue;
    adopted.add(text);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }
}
