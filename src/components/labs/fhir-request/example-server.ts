import type { CodeableConcept, FhirResource } from '../../../domain/labs/fhir-resource.ts';

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
