import { describe, expect, it } from 'vitest';
import type { FhirResource } from './fhir-resource.ts';
import { type FhirAnswer, searchFhir } from './fhir-search.ts';

const loinc = 'http://loinc.org';

function observation(id: string, parts: Partial<FhirResource>): FhirResource {
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    subject: { reference: 'Patient/123' },
    ...parts,
  };
}

const server: readonly FhirResource[] = [
  { resourceType: 'Patient', id: '123', birthDate: '1970-05-01' },
  { resourceType: 'Patient', id: 'Abc', birthDate: '1980' },
  observation('a', {
    code: { coding: [{ system: loinc, code: '4548-4' }] },
    effectiveDateTime: '2026-03-02',
  }),
  observation('b', {
    code: { coding: [{ code: '4548-4' }] },
    effectiveDateTime: '2026-06-11T09:30:00Z',
  }),
  observation('c', {
    status: 'entered-in-error',
    code: {
      coding: [
        { system: 'http://example.org/codes', code: 'A1C' },
        { system: loinc, code: '17856-6' },
      ],
    },
    effectiveDateTime: '2026-06',
  }),
  observation('d', { code: { text: 'HbA1c' }, subject: { reference: 'Patient/456' } }),
  {
    resourceType: 'MedicationRequest',
    id: 'm',
    status: 'active',
    intent: 'order',
    subject: { reference: 'https://example.org/fhir/Patient/123' },
    medicationCodeableConcept: { coding: [{ system: 'http://example.org/codes', code: 'a,b' }] },
    authoredOn: '2026-01-10',
  },
];

function ask(request: string, isStrict = false): FhirAnswer {
  return searchFhir(server, request, { isStrict });
}

function ids(request: string): string[] {
  const { body } = ask(request);
  if (body.resourceType !== 'Bundle') throw new Error(JSON.stringify(body));
  return (body.entry ?? []).map(({ resource }) => resource.id);
}

describe('a FHIR search', () => {
  it.each([
    // The token formats in R4, 3.1.1.4.10.
    ['Observation?code=4548-4', ['a', 'b']],
    ['Observation?code=http://loinc.org|4548-4', ['a']],
    ['Observation?code=http%3A%2F%2Floinc.org%7C4548-4', ['a']],
    ['Observation?code=|4548-4', ['b']],
    ['Observation?code=http://loinc.org|', ['a', 'c']],
    ['Observation?code=http://loinc.org|A1C', []],
    // Any coding of a concept counts, but its text doesn't.
    ['Observation?code=A1C', ['c']],
    ['Observation?code=HbA1c', []],
    // Commas mean "or," and repeated parameters mean "and."
    ['Observation?code=A1C,http://loinc.org|4548-4', ['a', 'c']],
    ['Observation?code=4548-4&status=final&date=ge2026-06', ['b']],
    ['Observation?code=4548-4&code=A1C', []],
    // An escaped comma is part of the value (3.1.1.4.19).
    ['MedicationRequest?code=a\\,b', ['m']],
    ['MedicationRequest?code=a,b', []],
    // The reference formats in R4, 3.1.1.4.12.
    ['Observation?patient=123', ['a', 'b', 'c']],
    ['Observation?subject=Patient/456', ['d']],
    ['Observation?patient=https://example.org/fhir/Patient/456', ['d']],
    ['Observation?subject=Group/123', []],
    ['MedicationRequest?patient=123', []],
    // Dates are ranges. A resource without a date never matches.
    ['Observation?date=2026-06', ['b', 'c']],
    ['Observation?date=ge2026-06', ['b', 'c']],
    ['Observation?date=ge2026-01-01&date=lt2026-06-01', ['a']],
    ['Patient?birthdate=le1975', ['123']],
    // Matches on _id are case-sensitive.
    ['Patient?_id=Abc', ['Abc']],
    ['Patient?_id=abc', []],
    ['Patient?_id=123,Abc', ['123', 'Abc']],
    // In R4, the `date` of a MedicationRequest is when a dose is due, not when it was ordered.
    ['MedicationRequest?date=2026-01', []],
    ['MedicationRequest?date=2026-02', []],
    ['MedicationRequest?authoredon=2026-01', ['m']],
    ['MedicationRequest?status=active&intent=order', ['m']],
    [
      'MedicationRequest?status=http://hl7.org/fhir/CodeSystem/medicationrequest-status|active',
      ['m'],
    ],
    // Resources without a date are sorted last.
    ['Observation?_sort=date', ['a', 'c', 'b', 'd']],
    ['Observation?_sort=-date', ['b', 'c', 'a', 'd']],
    ['Observation?_sort=-date&_count=1&status=final', ['b']],
    // Requests can be written in different ways.
    ['GET [base]/Patient?_id=123', ['123']],
    ['https://example.org/fhir/Patient?_id=123', ['123']],
    ['/Patient', ['123', 'Abc']],
    // Empty parameters are silently ignored.
    ['Patient?_id=&birthdate=1980', ['Abc']],
  ])('answers %s', (request, expected) => {
    expect(ids(request)).toEqual(expected);
  });

  it('returns a valid searchset Bundle', () => {
    expect(ask('Observation?code=http://loinc.org|4548-4')).toEqual({
      status: 200,
      ignored: [],
      body: {
        resourceType: 'Bundle',
        type: 'searchset',
        total: 1,
        link: [
          {
            relation: 'self',
            url: 'https://example.org/fhir/Observation?code=http://loinc.org%7C4548-4',
          },
        ],
        entry: [
          {
            fullUrl: 'https://example.org/fhir/Observation/a',
            resource: server[2],
            search: { mode: 'match' },
          },
        ],
      },
    });
  });

  it('has no entries, not an empty list, when nothing matches: that isn’t an error', () => {
    const { status, body } = ask('Observation?patient=nobody');
    expect(status).toBe(200);
    expect(body).toMatchObject({ total: 0 });
    expect(body).not.toHaveProperty('entry');
  });

  it('returns the total of all matches for any _count, and no entries for 0', () => {
    expect(ask('Observation?_count=2').body).toMatchObject({ total: 4, entry: { length: 2 } });
    const none = ask('Observation?_count=0').body;
    expect(none).toMatchObject({ total: 4 });
    expect(none).not.toHaveProperty('entry');
  });
});

describe('an unknown parameter', () => {
  it('is ignored, and missing from the self link', () => {
    const answer = ask('Observation?patient=456&dat=ge2026&_sort=shade,-date');
    expect(answer).toMatchObject({ status: 200, ignored: ['dat', '_sort=shade'] });
    expect(answer.body).toMatchObject({
      total: 1,
      link: [{ url: 'https://example.org/fhir/Observation?patient=456&_sort=-date' }],
    });
  });

  it('is refused with Prefer: handling=strict', () => {
    const { status, body } = ask('Observation?patient=456&dat=ge2026', true);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      resourceType: 'OperationOutcome',
      issue: [
        { severity: 'error', code: 'not-supported', diagnostics: expect.stringContaining('dat') },
      ],
    });
    expect(ask('Observation?patient=456', true).status).toBe(200);
  });
});

describe('a request that can’t be read', () => {
  it.each([
    ['', 400],
    ['Patient/123', 400],
    ['observation?patient=123', 400],
    ['Observation?date=23%20May%202009', 400],
    ['Observation?date=ap2026', 400],
    ['Observation?date=constructor', 400],
    ['Observation?code:text=sugar', 400],
    ['Observation?_count=-1', 400],
    ['Device?patient=123', 404],
    ['Constructor', 404],
  ])('gets an OperationOutcome: %s', (request, status) => {
    const answer = ask(request);
    expect(answer.status).toBe(status);
    expect(answer.body.resourceType).toBe('OperationOutcome');
  });

  it('never throws, for any value', () => {
    for (const request of [
      '?',
      '&&&',
      'Observation?%E0%A4%A',
      'Observation?code=\\',
      'Observation?|||',
      'x'.repeat(5000),
      'Observation?__proto__=1&constructor=2',
      'Patient?_id=,',
    ]) {
      expect(() => ask(request)).not.toThrow();
    }
  });
});
