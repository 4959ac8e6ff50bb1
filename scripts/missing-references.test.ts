import { HtmlValidate, type Plugin, StaticConfigLoader } from 'html-validate';
import { expect, it } from 'vitest';
import { missingReferences } from './missing-references.ts';

async function faults(html: string, plugins: Plugin[]): Promise<unknown> {
  const rules = { 'no-missing-references': 'error' } as const;
  const config = { root: true, extends: ['html-validate:standard'], plugins, rules };
  const { results } = await new HtmlValidate(new StaticConfigLoader(config)).validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column, size }) => [
      ruleId,
      message,
      line,
      column,
      size,
    ]),
  );
}

it.each([
  ['nothing', '<p id="a">x</p><p class="none">y</p>', 0],
  ['a label', '<label for="a">x</label><input id="a"><label for="none">\n</label>', 1],
  ['a list of ids', '<p id="a" aria-labelledby="none a  no-more">x</p>', 2],
  [
    'what stands further down',
    '<button popovertarget="a">x</button><div id="a" popover>y</div>',
    0,
  ],
  ['the same twice', '<p aria-describedby="no">x</p>\n<p aria-describedby="no">y</p>', 2],
  ['ids with signs', '<p id="1:a.b" aria-details="1:a.b">x</p><p aria-details="a.b">y</p>', 1],
  ['no id', '<p aria-details="">x</p><p aria-controls>y</p>', 0],
  ['an input and its list', '<input list="l"><datalist id="m"></datalist>', 1],
  ['cells and their heads', '<table><tr><th id="h">a<td headers="h k">b</table>', 1],
])('tells what html-validate’s own rule tells: %s', async (_, body, missing) => {
  const html = `<!DOCTYPE html><html lang="en"><head><title>x</title></head><body>${body}</body></html>`;
  const found = await faults(html, [missingReferences]);
  expect(found).toEqual(await faults(html, []));
  const told = (found as string[][]).filter(([rule]) => rule === 'no-missing-references');
  expect(told).toHaveLength(missing);
});
