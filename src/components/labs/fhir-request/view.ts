import type { Values } from '../../../domain/labs/control.ts';
import { type EntryReading, readEntries } from '../../../domain/labs/fhir-reading.ts';
import type { CodeableConcept, FhirResource } from '../../../domain/labs/fhir-resource.ts';
import { type FhirAnswer, searchFhir } from '../../../domain/labs/fhir-search.ts';
import { type Markup, markup } from '../../markup.ts';
import { chart } from '../draw.ts';
import { type LabCode, type LabTable, type LabWords, recordOf, type Say, textOf } from '../lab.ts';

type Words = LabWords<'fhir-request'>;

/** R4 defines this tag for test data. */
const meta = {
  tag: [
    {
      system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
      code: 'HTEST',
      display: 'test health data',
    },
  ],
};

export function exampleServer(facts: Words['facts']): FhirResource[] {
  const concept = (name: string): CodeableConcept => {
    const { text, ...coding } = recordOf(facts.codes, name);
    return text === undefined ? { coding: [coding as { readonly code: string }] } : { text };
  };
  const subject = (of: string) => ({ reference: `Patient/${of}` });
  return [
    ...facts.patients.map(({ id, born }): FhirResource => {
      const name = [{ text: `Test Patient ${id}` }];
      return { resourceType: 'Patient', id, meta, name, birthDate: born };
    }),
    ...facts.results.map(
      ({ id, code, on, value, unit, status, of }): FhirResource => ({
        ...{ resourceType: 'Observation', id, meta, status },
        ...{ code: concept(code), subject: subject(of), effectiveDateTime: on },
        valueQuantity: {
          value,
          ...(unit && { unit, system: 'http://unitsofmeasure.org', code: unit }),
        },
      }),
    ),
    ...facts.orders.map(
      ({ id, code, on, status, intent }): FhirResource => ({
        ...{ resourceType: 'MedicationRequest', id, meta, status, intent },
        medicationCodeableConcept: concept(code),
        ...{ subject: subject('123'), authoredOn: on },
      }),
    ),
  ];
}

type Answered = ReturnType<typeof answered>;

function answered(values: Values, server: FhirResource[], isStrict: boolean) {
  const request = textOf(values, 'request');
  const answer = searchFhir(server, request, { isStrict });
  const entries = bundleOf(answer)?.entry?.map(({ resource }) => resource) ?? [];
  const readings = readEntries(entries);
  const fit = readings.filter(({ problems }) => problems.length === 0).length;
  const ignored = 'ignored' in answer ? answer.ignored : [];
  return { request, answer, entries, readings, fit, ignored };
}

export const view: LabCode<'fhir-request'>['view'] = (values, words) => {
  const { say, facts } = words;
  const server = exampleServer(facts);
  const all = answered(values, server, values['strict'] === true);
  const isResult = all.entries[0]?.resourceType === 'Observation';
  return {
    ...verdict(all, say),
    result: inWords(all, say),
    measures: {
      usable: isResult ? all.fit : 0,
      results: isResult ? all.readings.length : 0,
      ignored: answered(values, server, false).ignored.length,
      refused: all.answer.status === 400,
    },
    figure: markup`${buttons(all.request, facts)}${picture(all.readings)}`,
    more: markup`<div class="wide lab-words">${remarks(all, facts)}${json(all.answer)}<p class="fine-print">${say('invented')}</p></div>`,
    table: tableOf(all, say),
  };
};

function verdict({ answer, readings, fit }: Answered, say: Say) {
  const { status, body } = answer;
  if (body.resourceType === 'OperationOutcome') {
    return { value: String(status), unit: say('error') };
  }
  if (readings.length === 0) return { value: '0', unit: say('noMatches') };
  return { value: `${fit} of ${readings.length}`, unit: say('unit') };
}

function picture(readings: readonly EntryReading[]): Markup | undefined {
  if (readings.length === 0) return undefined;
  const label = readings.map(
    ({ value, problems }) => `${value ?? 'no value'}: ${problems.join(', ') || 'usable'}`,
  );
  return chart(
    [600, 30 * readings.length + 4],
    { label: label.join('; ') },
    ...readings.map(({ value, code, time, problems: [problem] }, at) => {
      const y = 30 * at + 2;
      return markup`<rect class="${problem ? 'fill-b' : 'fill-a'} soft" opacity="0.5" x="0" y="${y}" width="600" height="26" rx="5"/>
        <text x="10" y="${y + 20}">${problem ? '✗' : '✓'}</text>
        <text x="36" y="${y + 20}">${(value ?? code ?? 'no value').slice(0, 16)}</text>
        <text x="200" y="${y + 20}">${(time ?? 'no time').slice(0, 10)}</text><text x="330" y="${y + 20}">${problem ?? 'usable'}</text>`;
    }),
  );
}

function bundleOf({ body }: FhirAnswer) {
  return body.resourceType === 'Bundle' ? body : undefined;
}

function inWords({ answer, readings, fit, ignored }: Answered, say: Say): string {
  const { status, body } = answer;
  if (body.resourceType === 'OperationOutcome') {
    return say('resultError', { status, diagnostics: body.issue[0]?.diagnostics ?? '' });
  }
  const { total } = body;
  return say('result', {
    status,
    matches: total,
    page: readings.length < total ? say('page', { n: readings.length }) : '',
    usable: usable(fit, total, say),
    ignored: ignored.length > 0 ? say('ignored', { names: ignored.join(', ') }) : '',
  });
}

function usable(fit: number, total: number, say: Say): string {
  if (total === 0) return say('empty');
  if (total === 1) return say(fit === 1 ? 'oneUsable' : 'oneUnusable');
  return fit === 1 ? say('usableOne') : say('usable', { n: fit });
}

function buttons(request: string, { requests }: Words['facts']): Markup {
  return markup`<p class="lab-buttons fhir-examples">${requests.map(
    ({ name, request: text }) =>
      markup`<button type="button" data-set="request=${encodeURIComponent(text)}" data-key="${name}"
        aria-pressed="${String(text === request)}">${name}</button> `,
  )}</p>`;
}

function remarks(
  { answer, request, ignored }: Answered,
  facts: Words['facts'],
): Markup | undefined {
  const bundle = bundleOf(answer);
  if (bundle === undefined) return undefined;
  const matching = facts.remarks.filter(({ pattern }) => new RegExp(pattern).test(request));
  return markup`<p>Self link: <code>${bundle.link[0]?.url}</code></p>${
    ignored.length > 0 && markup`<p>${facts.ignored}</p>`
  }${matching.map(({ remark }) => markup`<p>${remark}</p>`)}`;
}

function json({ body }: FhirAnswer): Markup {
  return markup`<pre tabindex="0" role="region" aria-label="The response as JSON">${JSON.stringify(body, null, 2)}</pre>`;
}

function tableOf({ entries, readings }: Answered, say: Say): LabTable {
  return {
    caption: say('caption'),
    columns: ['Resource', 'Value', 'Time', 'Code', 'A model can use it'],
    rows: readings.map(({ id, value, time, code, problems }, at) => [
      `${entries[at]?.resourceType}/${id}`,
      value ?? 'no value',
      time ?? 'no time',
      code ?? 'no code',
      problems.join('; ') || 'yes',
    ]),
  };
}
