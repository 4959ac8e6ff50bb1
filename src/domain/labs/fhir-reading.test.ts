import { describe, expect, it } from 'vitest';
import { readEntries } from './fhir-reading.ts';
import type { FhirResource } from './fhir-resource.ts';

const percent = { value: 7.2, unit: '%', system: 'http://unitsofmeasure.org', code: '%' };

function observation(id: string, parts: Partial<FhirResource> = {}): FhirResource {
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    subject: { reference: 'Patient/1' },
    code: { coding: [{ system: 'http://loinc.org', code: '4548-4' }] },
    effectiveDateTime: '2026-03-02',
    valueQuantity: percent,
    ...parts,
  };
}

function problems(...entries: FhirResource[]): readonly (readonly string[])[] {
  return readEntries(entries).map((read) => read.problems);
}

describe('what a model would take from an Observation', () => {
  it('is value, unit, code and time', () => {
    expect(readEntries([observation('a')])).toEqual([
      {
        id: 'a',
        time: '2026-03-02',
        code: 'http://loinc.org|4548-4',
        value: '7.2 %',
        problems: [],
      },
    ]);
  });

  it.each<[string, Partial<FhirResource>]>([
    ['entered in error', { status: 'entered-in-error' }],
    ['status preliminary, may change', { status: 'preliminary' }],
    ['no unit', { valueQuantity: { value: 7.2 } }],
    ['no value', { valueQuantity: {} }],
    ['text only, no code', { code: { text: 'HbA1c' } }],
    ['no LOINC code', { code: { coding: [{ system: 'http://example.org', code: 'A1C' }] } }],
    ['code without its system', { code: { coding: [{ code: '4548-4' }] } }],
    ['no exact day', { effectiveDateTime: '2026-07' }],
  ])('says "%s"', (problem, parts) => {
    expect(problems(observation('a', parts))).toEqual([[problem]]);
  });

  it('says which result came twice, unless that one is in error', () => {
    expect(problems(observation('a'), observation('b'))).toEqual([[], ['same result as a']]);
    const wrong = observation('a', { status: 'entered-in-error' });
    expect(problems(wrong, observation('b'))[1]).toEqual([]);
    const other = observation('b', { subject: { reference: 'Patient/2' } });
    expect(problems(observation('a'), other)[1]).toEqual([]);
  });

  it('says when units are mixed', () => {
    const molar = observation('b', {
      effectiveDateTime: '2026-05-04',
      valueQuantity: { value: 55, unit: 'mmol/mol', code: 'mmol/mol' },
    });
    const later = observation('c', { effectiveDateTime: '2026-06-11' });
    expect(problems(observation('a'), molar, later)).toEqual([[], ['unit differs from a'], []]);
  });
});

describe('what a model would take from a MedicationRequest', () => {
  it('is an order that is active, or says why it is not', () => {
    const order: FhirResource = {
      resourceType: 'MedicationRequest',
      id: 'm',
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: { coding: [{ system: 'http://example.org', code: 'x' }] },
    };
    expect(problems(order)).toEqual([[]]);
    expect(problems({ ...order, status: 'stopped', intent: 'plan' })).toEqual([
      ['status stopped', 'a plan, not an order'],
    ]);
    expect(problems({ ...order, medicationCodeableConcept: { text: 'metformin' } })).toEqual([
      ['text only, no code'],
    ]);
  });
});
