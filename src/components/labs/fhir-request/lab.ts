import { type Control, toggle, type Values } from '../../../domain/labs/control.ts';
import { type EntryReading, readEntries } from '../../../domain/labs/fhir-reading.ts';
import type { CodeableConcept, FhirResource } from '../../../domain/labs/fhir-resource.ts';
import { type FhirAnswer, searchFhir } from '../../../domain/labs/fhir-search.ts';
import { type Markup, markup } from '../../markup.ts';
import { drawing } from '../draw.ts';
import { type Lab, type LabView, outOf, textOf } from '../lab.ts';

/** R4's own tag for test data. */
const meta = {
  tag: [
    {
      system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
      code: 'HTEST',
      display: 'test health data',
    },
  ],
};

const loinc = 'http://loinc.org';
const hba1c = 'Hemoglobin A1c/Hemoglobin.total in Blood';

function coded(code: string, system?: string, display?: string): CodeableConcept {
  return { coding: [{ ...(system && { system }), code, ...(display && { display }) }] };
}

function patient(id: string, birthDate: string): FhirResource {
  return { resourceType: 'Patient', id, meta, name: [{ text: `Test Patient ${id}` }], birthDate };
}

function result(
  id: string,
  code: CodeableConcept,
  effectiveDateTime: string,
  value: number,
  unit?: string,
  { status = 'final', of = '123' } = {},
): FhirResource {
  return {
    resourceType: 'Observation',
    id,
    meta,
    status,
    code,
    subject: { reference: `Patient/${of}` },
    effectiveDateTime,
    valueQuantity: {
      value,
      ...(unit && { unit, system: 'http://unitsofmeasure.org', code: unit }),
    },
  };
}

function order(
  id: string,
  medicationCodeableConcept: CodeableConcept,
  authoredOn: string,
  status = 'active',
  intent = 'order',
): FhirResource {
  return {
    resourceType: 'MedicationRequest',
    id,
    meta,
    status,
    intent,
    medicationCodeableConcept,
    subject: { reference: 'Patient/123' },
    authoredOn,
  };
}

const usual = coded('4548-4', loinc, hba1c);
const metformin = coded('6809', 'http://www.nlm.nih.gov/research/umls/rxnorm', 'metformin');

export const exampleServer: readonly FhirResource[] = [
  patient('123', '1968-09-14'),
  patient('456', '1981'),
  result('a1', usual, '2025-11-20', 7, '%'),
  result('a2', usual, '2026-03-02', 7.2, '%'),
  result('a3', usual, '2026-06-11T09:30:00Z', 8.1, '%'),
  result('a4', usual, '2026-06-11T09:30:00Z', 8.1, '%'),
  result('a5', usual, '2026-06-20', 81, '%', { status: 'entered-in-error' }),
  result('a6', usual, '2026-08-15', 7.6),
  result('a7', coded('59261-8', loinc, `${hba1c} by IFCC protocol`), '2026-05-04', 55, 'mmol/mol'),
  result('a8', coded('A1C', 'http://example.org/lab-codes'), '2026-02-10', 7.4, '%'),
  result('a9', coded('4548-4'), '2026-04-01', 7.3, '%'),
  result('a10', { text: 'HbA1c' }, '2026-07', 7.9, '%'),
  result('b1', usual, '2026-01-15', 6.1, '%', { of: '456' }),
  order('m1', metformin, '2026-01-10'),
  order('m2', metformin, '2024-05-02', 'stopped'),
  order('m3', { text: 'insulin glargine' }, '2026-08-16', 'active', 'proposal'),
];

const first = 'Observation?patient=123&code=http://loinc.org|4548-4&date=ge2026-01-01';

const controls: readonly Control[] = [
  {
    kind: 'text',
    name: 'request',
    label: 'GET [base]/',
    initial: first,
    maxLength: 300,
    help: 'Supported: Patient (_id, birthdate), Observation (_id, patient, subject, code, status, date), and MedicationRequest (the same, plus intent and authoredon); also _sort and _count.',
  },
  toggle(
    'strict',
    'Prefer: handling=strict',
    'Asks the server to return an error for parameters it doesn’t recognize, instead of ignoring them.',
  ),
];

const examples: readonly (readonly [name: string, request: string])[] = [
  ['HbA1c, one code', first],
  [
    'Sister codes too',
    'Observation?patient=123&code=http://loinc.org|4548-4,http://loinc.org|59261-8,http://loinc.org|17856-6&date=ge2026',
  ],
  ['All results', 'Observation?patient=123&date=ge2026&_sort=date'],
  ['Misspelled date', 'Observation?patient=123&code=http://loinc.org|4548-4&dat=ge2026'],
  ['Latest final result', 'Observation?patient=123&code=4548-4&status=final&_sort=-date&_count=1'],
  ['Orders', 'MedicationRequest?patient=123&status=active'],
  ['Orders by date', 'MedicationRequest?patient=123&date=ge2026'],
];

type Answered = ReturnType<typeof answered>;

function answered(values: Values, isStrict = values['strict'] === true) {
  const request = textOf(values, 'request');
  const answer = searchFhir(exampleServer, request, { isStrict });
  const entries = bundleOf(answer)?.entry?.map(({ resource }) => resource) ?? [];
  const read = readEntries(entries);
  const fit = read.filter(({ problems }) => problems.length === 0).length;
  const ignored = 'ignored' in answer ? answer.ignored : [];
  return { request, answer, entries, read, fit, ignored };
}

function view(values: Values): LabView {
  const all = answered(values);
  return {
    ...verdict(all),
    result: say(all),
    figure: markup`${buttons(all.request)}${picture(all.read)}`,
    more: markup`<div class="wide lab-words">${notes(all)}${list(all)}${json(all.answer)}<p class="fine-print">All patients and results are invented (tag HTEST). This page supports a subset of FHIR R4 (4.0.1) search; nothing is sent.</p></div>`,
    table: numbers(all),
  };
}

function verdict({ answer, read, fit }: Answered): Pick<LabView, 'value' | 'unit'> {
  const { status, body } = answer;
  if (body.resourceType === 'OperationOutcome') {
    return { value: String(status), unit: 'an error, and no data' };
  }
  if (read.length === 0) return { value: '0', unit: 'matches, and no error' };
  return { value: `${fit} of ${read.length}`, unit: 'results a model can use' };
}

function picture(read: readonly EntryReading[]): Markup | undefined {
  if (read.length === 0) return undefined;
  return markup`<div class="wide">${drawing(
    [600, 30 * read.length + 4],
    read
      .map(({ value, problems }) => `${value ?? 'no value'}: ${problems.join(', ') || 'usable'}`)
      .join('; '),
    ...read.map(({ value, code, time, problems: [problem] }, at) => {
      const y = 30 * at + 2;
      return markup`<rect class="${problem ? 'fill-b' : 'fill-c'} soft" opacity="0.5" x="0" y="${y}" width="600" height="26" rx="5"/><text x="10" y="${y + 20}">${problem ? '✗' : '✓'}</text><text x="36" y="${y + 20}">${(value ?? code ?? 'no value').slice(0, 16)}</text><text x="200" y="${y + 20}">${(time ?? 'no time').slice(0, 10)}</text><text x="330" y="${y + 20}">${problem ?? 'usable'}</text>`;
    }),
  )}</div>`;
}

function bundleOf({ body }: FhirAnswer) {
  return body.resourceType === 'Bundle' ? body : undefined;
}

function say({ answer, read, fit, ignored }: Answered): string {
  const { status, body } = answer;
  if (body.resourceType === 'OperationOutcome') {
    return `Status ${status}, an OperationOutcome: ${body.issue[0]?.diagnostics ?? ''}`;
  }
  const matches = `${body.total} ${body.total === 1 ? 'match' : 'matches'}`;
  const shown = read.length < body.total ? `, ${read.length} on this page` : '';
  const said = `Status ${status}: ${matches}${shown}. ${usable(fit, body.total)}`;
  return ignored.length > 0 ? `${said} Ignored: ${ignored.join(', ')}.` : said;
}

function usable(fit: number, total: number): string {
  if (total === 0) return 'An empty response isn’t an error.';
  if (total === 1) return `A model ${fit === 1 ? 'can' : 'can’t'} use it as it is.`;
  return `A model can use ${fit} of them as ${fit === 1 ? 'it is' : 'they are'}.`;
}

function buttons(request: string): Markup {
  return markup`<p class="lab-buttons fhir-examples">${examples.map(
    ([name, text]) =>
      markup`<button type="button" data-set="request=${encodeURIComponent(text)}" data-key="${name}" aria-pressed="${String(text === request)}">${name}</button> `,
  )}</p>`;
}

function notes({ answer, request, ignored }: Answered): Markup | undefined {
  const bundle = bundleOf(answer);
  if (bundle === undefined) return undefined;
  const hints = [
    ignored.length > 0 &&
      'The server didn’t recognize a parameter and searched without it. Only the self link shows that.',
    request.includes('MedicationRequest') &&
      'A MedicationRequest can record an order, a plan, or a drug that was only reported. It doesn’t prove that anything was dispensed, given, or taken.',
    /MedicationRequest\?.*\bdate=/.test(request) &&
      'In R4, “date” is when a dose is due. For the date the order was written, use “authoredon.”',
    /code=[^,&]*4548-4(&|$)/.test(request) &&
      'You asked for one code. Results with equivalent codes, local codes, or only text don’t show up.',
  ];
  return markup`<p>Self link: <code>${bundle.link[0]?.url}</code></p>${hints.map(
    (hint) => hint && markup`<p>${hint}</p>`,
  )}`;
}

function list({ entries, read }: Answered): Markup {
  return markup`<ul class="fhir-entries">${read.map(
    ({ id, time, code, value, problems }, index) =>
      markup`<li><strong>${value ?? code ?? 'no value'}</strong> ${time ?? 'no time'} <code>${entries[index]?.resourceType}/${id}</code>${value !== undefined && markup` <code>${code ?? 'no code'}</code>`} ${
        problems.length === 0
          ? markup`<span class="fhir-good">✓ usable</span>`
          : markup`<span class="fhir-check">! ${problems.join('; ')}</span>`
      }</li>`,
  )}</ul>`;
}

function json({ body }: FhirAnswer): Markup {
  return markup`<details><summary>The response as JSON</summary><pre tabindex="0" role="region" aria-label="The response as JSON">${JSON.stringify(body, null, 2)}</pre></details>`;
}

function numbers({ answer, read, fit }: Answered): LabView['table'] {
  const count = (problem: string): string =>
    String(read.filter(({ problems }) => problems.some((text) => text.startsWith(problem))).length);
  return {
    caption: 'The response in numbers',
    columns: ['Measure', 'Count'],
    rows: [
      ['Matches (Bundle.total)', String(bundleOf(answer)?.total ?? 'none')],
      ['Entries on this page', String(read.length)],
      ['Entered in error', count('entered in error')],
      ['No unit', count('no unit')],
      ['Different unit', count('unit differs')],
      ['No LOINC code', count('no LOINC')],
      ['Text only', count('text only')],
      ['Code without its system', count('code without')],
      ['Duplicate result', count('same result')],
      ['Usable as they are', String(fit)],
    ],
  };
}

export const lab: Lab = {
  id: 'fhir-request',
  title: 'Ask a FHIR server',
  aliases: ['FHIR query', 'FHIR search', 'FHIR API'],
  theme: 'data',
  still: {
    value: '5 matches',
    unit: 'Status 200',
    question: 'How many of those matches can a model use?',
    drawing:
      '<path class="dim" d="M20 70h280M20 88h280M20 106h280M20 124h280M20 142h280"/><circle class="on" cx="34" cy="79" r="5"/><circle class="off" cx="34" cy="97" r="5"/><circle class="off" cx="34" cy="115" r="5"/><circle class="off" cx="34" cy="133" r="5"/>',
  },
  guess: {
    ...outOf(5),
    question:
      'You ask a FHIR server for a patient’s HbA1c results since January. It answers with status 200 and five results. How many can a model use as they are?',
    label: 'Usable results',
    truth: 2,
    near: 0,
    because: 'one came twice, one was entered in error, and one has no unit.',
  },
  controls,
  view,
  challenges: [
    {
      task: 'Send a request that the server silently gets wrong. Then make it refuse that request instead.',
      isMet: (values) =>
        answered(values, false).ignored.length > 0 && answered(values).answer.status === 400,
      solution: {
        request: 'Observation?patient=123&code=http://loinc.org|4548-4&dat=ge2026',
        strict: true,
      },
    },
    {
      task: 'Get exactly one result, and make it one that a model can use.',
      isMet: (values) => {
        const { entries, read, fit } = answered(values);
        return read.length === 1 && fit === 1 && entries[0]?.resourceType === 'Observation';
      },
      solution: { request: 'Observation?patient=123&code=http://loinc.org|4548-4&date=2026-03-02' },
    },
  ],
  misconception: 'It came back as valid FHIR, so the data is clean.',
  say: 'FHIR gives me a known shape, not clean data. I check status, code, unit, time, and duplicates before a model sees a value.',
  questions: ['xt6', 'rg8', '8t9'],
  sources: [
    'hl7-fhir-r4-search',
    'hl7-fhir-r4-observation',
    'hl7-fhir-r4-medicationrequest',
    'loinc-4548-4',
    'loinc-59261-8',
  ],
};
