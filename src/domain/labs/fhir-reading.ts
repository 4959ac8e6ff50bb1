import type { CodeableConcept, FhirResource } from './fhir-resource.ts';

export type EntryReading = ReturnType<typeof readEntries>[number];

/** Statuses of a finished Observation (R4 observation-status). */
const settled = ['final', 'amended', 'corrected'];

export function readEntries(entries: readonly FhirResource[]) {
  return entries.map((entry, index) => ({
    id: entry.id,
    time: timeOf(entry),
    code: codeOf(entry),
    value: quantityOf(entry),
    /** Problems to resolve before a model uses the entry. */
    problems: problemsOf(entry, entries.slice(0, index)),
  }));
}

function problemsOf(entry: FhirResource, before: readonly FhirResource[]): string[] {
  if (entry.resourceType === 'Patient') return [];
  const isResult = entry.resourceType === 'Observation';
  const problems = isResult ? observationProblems(entry, before) : requestProblems(entry);
  return problems.flatMap((problem) => problem || []);
}

function timeOf(entry: FhirResource): string | undefined {
  return entry.effectiveDateTime ?? entry.authoredOn ?? entry.birthDate;
}

function codeOf({ code, medicationCodeableConcept }: FhirResource): string | undefined {
  const concept = code ?? medicationCodeableConcept;
  const coding = concept?.coding?.[0];
  if (coding?.code === undefined) return concept?.text && `“${concept.text}”`;
  return `${coding.system ?? 'no system'}|${coding.code}`;
}

function quantityOf({ valueQuantity }: FhirResource): string | undefined {
  if (valueQuantity?.value === undefined) return undefined;
  return `${valueQuantity.value} ${valueQuantity.unit ?? valueQuantity.code ?? ''}`.trim();
}

function observationProblems(entry: FhirResource, before: readonly FhirResource[]) {
  const { status = '', valueQuantity, effectiveDateTime = '' } = entry;
  const twin = before.find((other) => other.status !== 'entered-in-error' && isSame(other, entry));
  const first = before.find(({ valueQuantity: quantity }) => quantity?.code !== undefined);
  const isOtherUnit =
    first !== undefined &&
    valueQuantity?.code !== undefined &&
    valueQuantity.code !== first.valueQuantity?.code;
  return [
    status === 'entered-in-error' && 'entered in error',
    status !== 'entered-in-error' && !settled.includes(status) && `status ${status}, may change`,
    ...codeProblems(entry),
    isLocal(entry.code) && 'no LOINC code',
    valueQuantity?.value === undefined && 'no value',
    valueQuantity?.value !== undefined && valueQuantity.code === undefined && 'no unit',
    isOtherUnit && `unit differs from ${first.id}`,
    !/^\d{4}-\d\d-\d\d/.test(effectiveDateTime) && 'no exact day',
    twin && `same result as ${twin.id}`,
  ];
}

function requestProblems(entry: FhirResource) {
  const { status = '', intent = '' } = entry;
  return [
    status === 'entered-in-error' && 'entered in error',
    !['active', 'entered-in-error'].includes(status) && `status ${status}`,
    intent !== 'order' && `a ${intent}, not an order`,
    ...codeProblems(entry),
  ];
}

function codeProblems({ code, medicationCodeableConcept }: FhirResource) {
  const coding = (code ?? medicationCodeableConcept)?.coding ?? [];
  return [
    coding.length === 0 && 'text only, no code',
    coding.some(({ system }) => system === undefined) && 'code without its system',
  ];
}

/** True if the code comes from at least one system, but not from LOINC. */
function isLocal(code: CodeableConcept | undefined): boolean {
  const systems = (code?.coding ?? []).flatMap(({ system }) => system ?? []);
  return systems.length > 0 && !systems.includes('http://loinc.org');
}

/**
 * True if the patient, test, time, and value are the same, as happens with two feeds or with a
 * result that was sent twice.
 */
function isSame(some: FhirResource, other: FhirResource): boolean {
  return (
    some.subject?.reference === other.subject?.reference &&
    codeOf(some) === codeOf(other) &&
    timeOf(some) === timeOf(other) &&
    quantityOf(some) === quantityOf(other)
  );
}
