import { datePrefixes, dateRange, type TimeRange } from './fhir-date.ts';
import { type CodeableConcept, type FhirResource, fhirBase } from './fhir-resource.ts';

/** Why a search can't be answered, with its HTTP status and FHIR issue type. */
export class SearchProblem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

interface Token {
  readonly system?: string | undefined;
  readonly code?: string | undefined;
}

/** A search parameter: its type in R4, and the values that it searches in a resource. */
export type SearchParameter =
  | { readonly kind: 'token'; readonly of: (resource: FhirResource) => readonly Token[] }
  | { readonly kind: 'reference'; readonly of: (resource: FhirResource) => string | undefined }
  | {
      readonly kind: 'date';
      readonly of: (resource: FhirResource) => readonly (TimeRange | undefined)[];
    };

const id: SearchParameter = { kind: 'token', of: (resource) => [{ code: resource.id }] };
const subject: SearchParameter = {
  kind: 'reference',
  of: (resource) => resource.subject?.reference,
};

/**
 * Parameters by resource type, as base R4 defines them. In a MedicationRequest `date` is when a
 * dose is to be given (`dosageInstruction.timing.event`); when it was written is `authoredon`.
 */
export const fhirParameters: Readonly<Record<string, Readonly<Record<string, SearchParameter>>>> = {
  Patient: { _id: id, birthdate: dates(({ birthDate }) => [birthDate]) },
  Observation: {
    _id: id,
    patient: subject,
    subject,
    code: concept(({ code }) => code),
    status: plainCode('http://hl7.org/fhir/observation-status', ({ status }) => status),
    date: { kind: 'date', of: effectiveTimes },
  },
  MedicationRequest: {
    _id: id,
    patient: subject,
    subject,
    code: concept(({ medicationCodeableConcept }) => medicationCodeableConcept),
    status: plainCode(
      'http://hl7.org/fhir/CodeSystem/medicationrequest-status',
      ({ status }) => status,
    ),
    intent: plainCode(
      'http://hl7.org/fhir/CodeSystem/medicationrequest-intent',
      ({ intent }) => intent,
    ),
    authoredon: dates(({ authoredOn }) => [authoredOn]),
    date: dates(({ dosageInstruction = [] }) =>
      dosageInstruction.flatMap(({ timing }) => timing?.event ?? []),
    ),
  },
};

function dates(of: (resource: FhirResource) => readonly (string | undefined)[]): SearchParameter {
  return {
    kind: 'date',
    of: (resource) => of(resource).map(dateRange),
  };
}

function concept(of: (resource: FhirResource) => CodeableConcept | undefined): SearchParameter {
  return { kind: 'token', of: (resource) => of(resource)?.coding ?? [] };
}

function plainCode(
  system: string,
  of: (resource: FhirResource) => string | undefined,
): SearchParameter {
  return { kind: 'token', of: (resource) => [{ system, code: of(resource) }] };
}

/** A missing end of a period is before or after all dates (3.1.1.4.7). */
function effectiveTimes(resource: FhirResource): readonly (TimeRange | undefined)[] {
  const { effectiveDateTime, effectivePeriod: period } = resource;
  if (period === undefined) return effectiveDateTime ? [dateRange(effectiveDateTime)] : [];
  return [
    {
      start: dateRange(period.start)?.start ?? Number.NEGATIVE_INFINITY,
      end: dateRange(period.end)?.end ?? Number.POSITIVE_INFINITY,
    },
  ];
}

/** The first date of a resource, for sorting. */
export function dateOf(parameter: SearchParameter, resource: FhirResource): number | undefined {
  return parameter.kind === 'date' ? parameter.of(resource)[0]?.start : undefined;
}

/**
 * The filter for a value; commas are or.
 * @throws SearchProblem if the value can't be read
 */
export function matchesValue(
  parameter: SearchParameter,
  name: string,
  value: string,
): (resource: FhirResource) => boolean {
  const anyOf = splitEscaped(value, ',')
    .filter((one) => one !== '')
    .map((one) => matchesOne(parameter, name, one));
  return (resource) => anyOf.some((fits) => fits(resource));
}

function matchesOne(
  parameter: SearchParameter,
  name: string,
  value: string,
): (resource: FhirResource) => boolean {
  switch (parameter.kind) {
    case 'date': {
      const fits = readDate(name, value);
      return (resource) =>
        parameter.of(resource).some((range) => range !== undefined && fits(range));
    }
    case 'reference': {
      const wanted = value.replace(fhirBase, '').replace(/^(Patient\/)?/, 'Patient/');
      return (resource) => parameter.of(resource) === wanted;
    }
    case 'token': {
      const fits = readToken(value);
      return (resource) => parameter.of(resource).some(fits);
    }
  }
}

function readDate(name: string, value: string): (target: TimeRange) => boolean {
  const [, prefix = 'eq', date = ''] = /^([a-z]{2})?(.*)$/.exec(value) ?? [];
  const fits = Object.hasOwn(datePrefixes, prefix) ? datePrefixes[prefix] : undefined;
  const search = dateRange(date);
  if (fits === undefined || search === undefined) {
    const message = `"${name}=${value}" isn’t a date that this server reads, such as ge2026-01-01 or 2026-06.`;
    throw new SearchProblem(400, 'invalid', message);
  }
  return (target) => fits(search, target);
}

/** `code`, `system|code`, `|code` (no system) or `system|` (3.1.1.4.10). */
function readToken(value: string): (token: Token) => boolean {
  const [first = '', code] = splitEscaped(value, '|').map((part) => part.replace(/\\(.)/g, '$1'));
  if (code === undefined) return (token) => token.code === first;
  if (first === '') return (token) => token.system === undefined && token.code === code;
  if (code === '') return (token) => token.system === first;
  return (token) => token.system === first && token.code === code;
}

/** Splits at a sign without a backslash before it (3.1.1.4.19). */
function splitEscaped(text: string, sign: ',' | '|'): string[] {
  const parts = [''];
  for (const piece of text.match(/\\?[\s\S]/g) ?? []) {
    if (piece === sign) parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts;
}
