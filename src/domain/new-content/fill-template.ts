/**
 * Returns the text of a template with a value in place of each `{{name}}`.
 * @throws RangeError if a name has no value
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`The template has no value for "${name}".`);
    return value;
  });
}
