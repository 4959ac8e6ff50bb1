/**
 * `npm run conformance`: writes the accessibility conformance report from
 * `docs/conformance/wcag.yaml`, both as a page and as OpenACR (https://github.com/GSA/openacr). The
 * criteria are checked by the test next to this file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { dateText } from '../../../src/domain/words/date-text.ts';
import { settings } from '../../../src/guide-settings.ts';

/** OpenACR's terms, with the wording that the page uses for each. */
const terms = {
  supports: 'Supports',
  'partially-supports': 'Partially supports',
  'does-not-support': 'Does not support',
  'not-applicable': 'Not applicable',
  'not-evaluated': 'Not evaluated',
} as const;

const criterionSchema = z.strictObject({
  id: z.string().regex(/^[1-4]\.\d\.\d+$/),
  name: z.string(),
  level: z.enum(['A', 'AA']),
  adherence: z.enum(Object.keys(terms) as (keyof typeof terms)[]),
  /** What the tests check and what they don't. */
  note: z.string(),
  /** The names of tests, each written as "file > title". */
  tests: z.array(z.string().regex(/^(tests|src|scripts)\/[\w./-]+\.test\.ts > ./)),
});
const reportSchema = z.strictObject({ date: z.iso.date(), criteria: z.array(criterionSchema) });

type Criterion = z.infer<typeof criterionSchema>;
type Report = z.infer<typeof reportSchema>;

const folder = 'docs/conformance';
const methods =
  'We ran axe-core and automated tests on the built site in Chromium, most of them using the keyboard. No person who uses assistive technology has tested it. Each criterion names a test; most criteria also need judgment, which is ours.';

export function readReport(): Report {
  return reportSchema.parse(parse(readFileSync(`${folder}/wcag.yaml`, 'utf8')));
}

function fileAndTitle(test: string): readonly [file: string, title: string] {
  const [file = '', title = ''] = test.split(' > ');
  return [file, title];
}

export function reportFiles(report: Report): Promise<readonly (readonly [string, string])[]> {
  const files = { 'openacr.yaml': openAcr(report), 'report.md': page(report) };
  return Promise.all(
    Object.entries(files).map(async ([name, text]) => {
      const options = { filepath: name, singleQuote: true, printWidth: 100 };
      return [`${folder}/${name}`, await format(text, options)] as const;
    }),
  );
}

function openAcr({ date, criteria }: Report): string {
  const chapter = (wanted: Criterion['level']) => ({
    criteria: criteria
      .filter(({ level }) => level === wanted)
      .map(({ id, adherence, note, tests }) => ({
        num: id,
        components: [
          { name: 'web', adherence: { level: adherence, notes: [note, ...tests].join('\n\n') } },
        ],
      })),
  });
  const report = {
    title: `${settings.title}: Accessibility Conformance Report`,
    product: { name: settings.title, description: 'A static study website that works offline.' },
    // The format requires an email address, but the project has none.
    author: { name: 'The maintainers', email: '' },
    report_date: date,
    notes: 'WCAG 2.2 no longer has 4.1.1 Parsing, so the report doesn’t list it.',
    evaluation_methods_used: methods,
    catalog: '2.5-edition-wcag-2.2-en',
    chapters: {
      success_criteria_level_a: chapter('A'),
      success_criteria_level_aa: chapter('AA'),
      success_criteria_level_aaa: { disabled: true },
    },
  };
  // In YAML 1.1, an unquoted date would be a date rather than text.
  return stringify(report, { version: '1.1' });
}

function page({ date, criteria }: Report): string {
  const counts = Object.entries(terms).map(([term, label]) => {
    const count = criteria.filter(({ adherence }) => adherence === term).length;
    return `| ${label} | ${count} |`;
  });
  const sections = criteria.map(({ id, name, level, adherence, note, tests }) => {
    const lines = tests.map((test) => {
      const [file, title] = fileAndTitle(test);
      return `- [${file}](../../${file}), “${title}”`;
    });
    return `## ${id} ${name} (${level})\n\n**${terms[adherence]}.** ${note}\n\n${lines.join('\n')}`;
  });
  return `# Accessibility conformance report

<!-- Written by npm run conformance from wcag.yaml. -->

${settings.title}, WCAG 2.2, levels A and AA, ${dateText(date)}. It is also available as [OpenACR](openacr.yaml).

${methods}

| result | criteria |
| --- | --- |
${counts.join('\n')}

${sections.join('\n\n')}
`;
}

if (import.meta.main) {
  for (const [file, text] of await reportFiles(readReport())) writeFileSync(file, text);
}
