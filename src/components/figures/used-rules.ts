/**
 * The rules of a sheet that can apply where only these classes occur. A rule stays if all classes
 * of one of its selectors are known; what stands within an at-rule stays.
 */
export function usedRules(sheet: string, classes: ReadonlySet<string>): string {
  return topLevelRules(sheet)
    .filter((rule) => {
      const [selectors = ''] = rule.split('{');
      return (
        selectors.trimStart().startsWith('@') ||
        selectors
          .split(',')
          .some((selector) =>
            [...selector.matchAll(/\.([\w-]+)/g)].every(([, name = '']) => classes.has(name)),
          )
      );
    })
    .join('');
}

/** A sheet cut where no brace is open. */
function topLevelRules(sheet: string): string[] {
  const rules: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: brace, index } of sheet.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth > 0) continue;
    rules.push(sheet.slice(start, index + 1));
    start = index + 1;
  }
  return rules;
}
