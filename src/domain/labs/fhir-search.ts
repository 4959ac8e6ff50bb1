/**
 * A small in-memory FHIR R4 server. It supports searches within a resource type by `_id`, `_count`,
 * `_sort` (dates only), and the parameters below. Repeated parameters mean "and," and commas mean
 * "or." Source: HL7 FHIR R4 (4.0.1), Search (https://hl7.org/fhir/R4/search.html).
 */
import { datePrefixes, dateRange, type TimeRange } from './fhir-date.ts';
import { type CodeableConcept, type Coding, type FhirResource, fhirBase } from './fhir-resource.ts';

export type FhirAnswer = ReturnType<typeof searchFhir>;

/** The reason a search can't be answered, with its HTTP status and FHIR issue type. */
class SearchProblem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/**
 * Answers a request such as `Observation?patient=123&date=ge2026`. Ignores unknown parameters and
 * leaves them out of the self link, as R4 servers should. If `isStrict` is true (`Prefer:
 * handling=strict`), rejects them instead. Never throws.
 */
export function searchFhir(
  resources: readonly FhirResource[],
  request: string,
  { isStrict }: { readonly isStrict: boolean },
) {
  try {
    return answer(resources, request, isStrict);
  } catch (problem) {
    if (!(problem instanceof SearchProblem)) throw problem;
    const issue = { severity: 'error', code: problem.code, diagnostics: problem.message } as const;
    return {
      status: problem.status,
      body: { resourceType: 'OperationOutcome', issue: [issue] } as const,
    };
  }
}

function answer(resources: readonly FhirResource[], request: string, isStrict: boolean) {
  const { type, parameters, query } = readRequest(request);
  const plan = planSearch(parameters, query);
  if (isStrict && plan.ignored.length > 0) {
    throw new SearchProblem('not-supported', `Unknown or unsupported: ${plan.ignored.join(', ')}.`);
  }
  const matches = resources.filter(
    (resource) => resource.resourceType === type && plan.filters.every((fits) => fits(resource)),
  );
  const entry = sortBy(matches, plan.sort)
    .slice(0, plan.count)
    .map((resource) => ({
      fullUrl: `${fhirBase}${resource.resourceType}/${resource.id}`,
      resource,
      search: { mode: 'match' },
    }));
  return {
    status: 200,
    ignored: plan.ignored,
    body: {
      resourceType: 'Bundle' as const,
      type: 'searchset',
      /** The number of matches, including those beyond `_count`. */
      total: matches.length,
      link: [{ relation: 'self', url: selfLink(type, plan.used) }],
      // FHIR doesn't allow empty lists.
      ...(entry.length > 0 && { entry }),
    },
  };
}

function readRequest(request: string) {
  const [path = '', ...rest] = request
    .trim()
    .replace(/^GET\s+/i, '')
    .split('?');
  const type = path.replace(fhirBase, '').replace(/^(\[base\])?\//, '');
  if (!/^[A-Z][A-Za-z]*$/.test(type)) {
    const form = 'Observation?patient=123 (Type?name=value)';
    throw new SearchProblem('invalid', `This server answers searches like ${form}.`);
  }
  const parameters = fhirParameters.get(type);
  if (parameters === undefined) {
    const types = [...fhirParameters.keys()].join(', ');
    throw new SearchProblem(
      'not-supported',
      `This server has no ${type} resources, only ${types}.`,
      404,
    );
  }
  return { type, parameters, query: new URLSearchParams(rest.join('?')) };
}

/** Resources without a date come last. */
function sortBy(matches: readonly FhirResource[], sort: SearchPlan['sort']): FhirResource[] {
  return matches.toSorted((a, b) => {
    for (const { dateOf, isFalling } of sort) {
      const [first, second] = [dateOf(a), dateOf(b)];
      if (first === second) continue;
      if (first === undefined) return 1;
      if (second === undefined) return -1;
      return isFalling ? second - first : first - second;
    }
    return 0;
  });
}

function selfLink(type: string, used: SearchPlan['used']): string {
  const encoded = (value: string): string =>
    encodeURIComponent(value).replace(/%(3A|2F|2C)/g, decodeURIComponent);
  const query = used.map(([name, value]) => `${name}=${encoded(value)}`).join('&');
  return `${fhirBase}${type}${query && `?${query}`}`;
}

type Filter = (resource: FhirResource) => boolean;
type DateOf = (resource: FhirResource) => number | undefined;

interface SearchPlan {
  readonly filters: Filter[];
  readonly sort: { readonly dateOf: DateOf; readonly isFalling: boolean }[];
  count: number | undefined;
  readonly used: [name: string, value: string][];
  readonly ignored: string[];
}

/** @throws SearchProblem if a value is invalid or a modifier isn't supported */
function planSearch(parameters: Parameters, query: URLSearchParams): SearchPlan {
  const plan: SearchPlan = { filters: [], sort: [], count: undefined, used: [], ignored: [] };
  for (const [name, value] of query) {
    // Empty parameters aren't an error (3.1.1.3).
    if (value.trim() === '') continue;
    if (name === '_sort') planSort(plan, parameters, value);
    else if (name === '_count') planCount(plan, value);
    else planFilter(plan, parameters, name, value);
  }
  return plan;
}

function planFilter(plan: SearchPlan, parameters: Parameters, name: string, value: string): void {
  const [plain = '', modifier] = name.split(':');
  const parameter = parameters.get(plain);
  if (parameter === undefined) {
    plan.ignored.push(name);
    return;
  }
  // Servers must reject unsupported modifiers, whether the search is strict or not (3.1.1.4.4).
  if (modifier !== undefined) {
    throw new SearchProblem('not-supported', `The modifier ":${modifier}" is not supported.`);
  }
  const anyOf = splitEscaped(value, ',')
    .filter((one) => one !== '')
    .map((one) => parameter.matches(one, name));
  plan.filters.push((resource) => anyOf.some((fits) => fits(resource)));
  plan.used.push([name, value]);
}

function planSort(plan: SearchPlan, parameters: Parameters, value: string): void {
  const usedKeys: string[] = [];
  for (const key of value.split(',')) {
    const isFalling = key.startsWith('-');
    const dateOf = parameters.get(isFalling ? key.slice(1) : key)?.dateOf;
    if (dateOf) {
      plan.sort.push({ dateOf, isFalling });
      usedKeys.push(key);
    } else plan.ignored.push(`_sort=${key}`);
  }
  if (usedKeys.length > 0) plan.used.push(['_sort', usedKeys.join(',')]);
}

function planCount(plan: SearchPlan, value: string): void {
  if (!/^\d{1,6}$/.test(value)) {
    throw new SearchProblem('invalid', '"_count" must be a whole number, 0 or higher.');
  }
  plan.count = Number(value);
  plan.used.push(['_count', value]);
}

interface SearchParameter {
  /** Throws a SearchProblem if the value is invalid. */
  readonly matches: (value: string, name: string) => Filter;
  /** Returns a resource's first date in milliseconds, for sorting. */
  readonly dateOf?: DateOf;
}

/** A map, because with an object, `constructor` would be a known parameter. */
type Parameters = ReadonlyMap<string, SearchParameter>;

const medicationRequest = 'http://hl7.org/fhir/CodeSystem/medicationrequest';
const _id = tokens(({ id }) => [{ code: id }]);
const subject: SearchParameter = {
  matches: (value) => {
    const wanted = value.replace(fhirBase, '').replace(/^(Patient\/)?/, 'Patient/');
    return (resource) => resource.subject?.reference === wanted;
  },
};

/**
 * Parameters by resource type, as defined in base R4. In a MedicationRequest, `date` is when a dose
 * is due (`dosageInstruction.timing.event`), and `authoredon` is when the request was written.
 */
const fhirParameters: ReadonlyMap<string, Parameters> = new Map([
  parametersOf('Patient', { _id, birthdate: dates(({ birthDate }) => [dateRange(birthDate)]) }),
  parametersOf('Observation', {
    _id,
    patient: subject,
    subject,
    code: concept(({ code }) => code),
    status: plainCode('http://hl7.org/fhir/observation-status', ({ status }) => status),
    date: dates(({ effectiveDateTime }) => [dateRange(effectiveDateTime)]),
  }),
  parametersOf('MedicationRequest', {
    _id,
    patient: subject,
    subject,
    code: concept(({ medicationCodeableConcept }) => medicationCodeableConcept),
    status: plainCode(`${medicationRequest}-status`, ({ status }) => status),
    intent: plainCode(`${medicationRequest}-intent`, ({ intent }) => intent),
    authoredon: dates(({ authoredOn }) => [dateRange(authoredOn)]),
    // No order on this server says when a dose is due.
    date: dates(() => []),
  }),
]);

function parametersOf(type: string, parameters: Readonly<Record<string, SearchParameter>>) {
  return [type, new Map(Object.entries(parameters))] as const;
}

function dates(of: (resource: FhirResource) => readonly (TimeRange | undefined)[]) {
  return {
    dateOf: (resource: FhirResource) => of(resource)[0]?.start,
    matches: (value: string, name: string): Filter => {
      const fits = readDate(name, value);
      return (resource) => of(resource).some((range) => range !== undefined && fits(range));
    },
  };
}

function tokens(of: (resource: FhirResource) => readonly Coding[]): SearchParameter {
  return {
    matches: (value) => {
      const fits = readToken(value);
      return (resource) => of(resource).some(fits);
    },
  };
}

function concept(of: (resource: FhirResource) => CodeableConcept | undefined) {
  return tokens((resource) => of(resource)?.coding ?? []);
}

function plainCode(system: string, of: (resource: FhirResource) => string | undefined) {
  return tokens((resource) => [{ system, code: of(resource) }]);
}

function readDate(name: string, value: string): (target: TimeRange) => boolean {
  const [, prefix = 'eq', date = ''] = /^([a-z]{2})?(.*)$/.exec(value) ?? [];
  const fits = Object.hasOwn(datePrefixes, prefix) ? datePrefixes[prefix] : undefined;
  const search = dateRange(date);
  if (fits === undefined || search === undefined) {
    const problem = 'isn’t a date that this server can read. Try ge2026-01-01 or 2026-06.';
    throw new SearchProblem('invalid', `"${name}=${value}" ${problem}`);
  }
  return (target) => fits(search, target);
}

/** Reads `code`, `system|code`, `|code` (no system), or `system|` (3.1.1.4.10). */
function readToken(value: string): (token: Coding) => boolean {
  const [first = '', code] = splitEscaped(value, '|').map((part) => part.replace(/\\(.)/g, '$1'));
  if (code === undefined) return (token) => token.code === first;
  if (first === '') return (token) => token.system === undefined && token.code === code;
  return (token) => token.system === first && (code === '' || token.code === code);
}

/** Splits at a character unless there is a backslash before it (3.1.1.4.19). */
function splitEscaped(text: string, sign: ',' | '|'): string[] {
  return text.split(sign === ',' ? /(?<!\\),/ : /(?<!\\)\|/);
}
