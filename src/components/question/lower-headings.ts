/**
 * Turns the h3s in a part's HTML into h4s, below the part's own h3. Starlight's list of parts
 * follows the h3s.
 */
export function lowerHeadings(html: string): string {
  return html.replace(/(?<=<\/?)h3\b/g, 'h4');
}
