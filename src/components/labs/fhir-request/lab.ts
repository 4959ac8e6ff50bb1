import type { Control, Values } from '../../../domain/labs/control.ts';
import { type EntryReading, readEntries } from '../../../domain/labs/fhir-reading.ts';
import type { FhirResource } from '../../../domain/labs/fhir-resource.ts';
import {
  type FhirAnswer,
  type SearchBundle,
  searchFhir,
} from '../../../domain/labs/fhir-search.ts';
import { type Markup, markup } from '../../markup.ts';
import { type Lab, type LabView, textOf } from '../lab.ts';
import { exampleServer } from './example-server.ts';

const first = 'Observation?patient=123&code=http://loinc.org|4548-4&date=ge2026-01-01';

const controls: readonly Control[] = [
  {
    kind: 'text',
    name: 'request',
    label: 'GET [base]/',
    initial: first,
    maxLength: 300,
    help: 'Patient (_id, birthdate), Observation (also patient, subject, code, status, date) or MedicationRequest (also intent, authoredon); _sort and _count.',
  },
  {
    kind: 'switch',
    name: 'strict',
    label: 'Prefer: handling=strict',
    help: 'Asks for an error instead of silence about parameters that the server does not know.',
    initial: false,
  },
];

const examples: readonly (readonly [name: string, request: string])[] = [
  ['HbA1c, one code', first],
  [
    'Sister codes too',
    'Observation?patient=123&code=http://loinc.org|4548-4,http://loinc.org|59261-8,http://loinc.org|17856-6&date=ge2026',
  ],
  ['All of them', 'Observation?patient=123&date=ge2026&_sort=date'],
  ['Misspelled date', 'Observation?patient=123&code=http://loinc.org|4548-4&dat=ge2026'],
  ['Latest final', 'Observation?patient=123&code=4548-4&status=final&_sort=-date&_count=1'],
  ['Orders', 'MedicationRequest?patient=123&status=active'],
  ['Orders by date', 'MedicationRequest?patient=123&date=ge2026'],
];

function view(values: Values): LabView {
  const request = textOf(values, 'request');
  const answer = searchFhir(exampleServer, request, { isStrict: values['strict'] === true });
  const entries = bundleOf(answer)?.entry?.map(({ resource }) => resource) ?? [];
  const read = readEntries(entries);
  return {
    result: say(answer, read),
    figure: markup`<div class="wide lab-words">${buttons(request)}${notes(answer, request)}${list(entries, read)}${json(answer)}<p class="small">All patients and results are invented (tag HTEST). A subset of FHIR R4 (4.0.1) search, answered in this page; nothing is sent.</p></div>`,
    table: numbers(answer, read),
  };
}

function bundleOf({ body }: FhirAnswer): SearchBundle | undefined {
  return body.resourceType === 'Bundle' ? body : undefined;
}

function say(answer: FhirAnswer, read: readonly EntryReading[]): string {
  const { status, body } = answer;
  if (body.resourceType === 'OperationOutcome') {
    return `Status ${status}, an OperationOutcome: ${body.issue[0]?.diagnostics ?? ''}`;
  }
  const shown = read.length < body.total ? `, ${read.length} on this page` : '';
  const clean = read.filter(({ problems }) => problems.length === 0).length;
  const ignored = 'ignored' in answer && answer.ignored.length > 0;
  return `Status ${status}: ${body.total} ${body.total === 1 ? 'match' : 'matches'}${shown}. ${
    body.total === 0 ? 'An empty answer is no error.' : `${clean} fit for a model as they are.`
  }${ignored ? ` Ignored: ${answer.ignored.join(', ')}.` : ''}`;
}

function buttons(request: string): Markup {
  return markup`<p class="fhir-examples">${examples.map(
    ([name, text]) =>
      markup`<button type="button" data-set="request=${encodeURIComponent(text)}" data-key="${name}" aria-pressed="${String(text === request)}">${name}</button> `,
  )}</p>`;
}

/** What to notice about this answer. */
function notes(answer: FhirAnswer, request: string): Markup {
  const bundle = bundleOf(answer);
  if (bundle === undefined) return markup``;
  const hints = [
    'ignored' in answer &&
      answer.ignored.length > 0 &&
      'The server did not know a parameter and searched without it. Only the self link tells.',
    request.includes('MedicationRequest') &&
      'A MedicationRequest is an order, no proof that anything was dispensed, given or taken.',
    /MedicationRequest\?.*\bdate=/.test(request) &&
      'In R4 its date is when a dose is due, not when it was written: that is authoredon.',
    /code=[^,&]*4548-4(&|$)/.test(request) &&
      'One code asked: results under sister codes, local codes or mere text stay unseen.',
  ].filter((hint) => hint !== false);
  return markup`<p>Self link: <code>${bundle.link[0]?.url}</code></p>${hints.map(
    (hint) => markup`<p>${hint}</p>`,
  )}`;
}

function list(entries: readonly FhirResource[], read: readonly EntryReading[]): Markup {
  return markup`<ul class="fhir-entries">${read.map(
    ({ id, time, code, value, problems }, index) =>
      markup`<li><strong>${value ?? code ?? 'no value'}</strong> ${time ?? 'no time'} <code>${entries[index]?.resourceType}/${id}</code>${value === undefined ? undefined : markup` <code>${code ?? 'no code'}</code>`} ${
        problems.length === 0
          ? markup`<span class="fhir-good">✓ as it is</span>`
          : markup`<span class="fhir-check">! ${problems.join('; ')}</span>`
      }</li>`,
  )}</ul>`;
}

function json({ body }: FhirAnswer): Markup {
  return markup`<details><summary>The answer as JSON</summary><pre tabindex="0" role="region" aria-label="The answer as JSON">${JSON.stringify(body, null, 2)}</pre></details>`;
}

function numbers(answer: FhirAnswer, read: readonly EntryReading[]): LabView['table'] {
  const count = (problem: string): string =>
    String(read.filter(({ problems }) => problems.some((text) => text.startsWith(problem))).length);
  return {
    caption: 'The answer in numbers',
    columns: ['What', 'Count'],
    rows: [
      ['Matches (Bundle.total)', String(bundleOf(answer)?.total ?? 'none')],
      ['Entries on this page', String(read.length)],
      ['Entered in error', count('entered in error')],
      ['No unit', count('no unit')],
      ['Other unit', count('other unit')],
      ['No LOINC code', count('no LOINC')],
      ['Text only', count('text only')],
      ['Code without its system', count('code without')],
      ['Same result again', count('same result')],
      ['Fit as they are', String(read.filter(({ problems }) => problems.length === 0).length)],
    ],
  };
}

/** Lab: what a search really answers, and what of it a model may use. */
export const lab: Lab = {
  id: 'fhir-request',
  title: 'Ask a FHIR server',
  task: 'Change the request, or take an example. Watch which results a model would swallow without noticing what is wrong with them.',
  controls,
  view,
  say: 'FHIR gives me a known shape, not clean data: I read the self link to see what was really searched, then check status, code, unit, time and doubles before a model sees a value.',
  questions: ['xt6', 'rg8', '8t9'],
  sources: [
    'hl7-fhir-r4-search',
    'hl7-fhir-r4-observation',
    'hl7-fhir-r4-medicationrequest',
    'loinc-4548-4',
    'loinc-59261-8',
  ],
};
