/**
 * A small FHIR R4 server in memory: type-level search by a subset of R4's parameters. Source: HL7
 * FHIR R4 (4.0.1), Search (https://hl7.org/fhir/R4/search.html). Supported: `_id`, `_count`,
 * `_sort` by dates, and for each type the parameters in `fhir-parameters.ts`. Repeated parameters
 * are joined by and, commas by or.
 */
import {
  dateOf,
  fhirParameters,
  matchesValue,
  type SearchParameter,
  SearchProblem,
} from './fhir-parameters.ts';
import { type FhirResource, fhirBase } from './fhir-resource.ts';

/** The answer to a search: a Bundle of matches. */
export interface SearchBundle {
  readonly resourceType: 'Bundle';
  readonly type: 'searchset';
  /** All matches, also those beyond `_count`. */
  readonly total: number;
  readonly link: readonly { readonly relation: 'self'; readonly url: string }[];
  /** Absent if there is none: FHIR has no empty lists. */
  readonly entry?: readonly {
    readonly fullUrl: string;
    readonly resource: FhirResource;
    readonly search: { readonly mode: 'match' };
  }[];
}

export interface OperationOutcome {
  readonly resourceType: 'OperationOutcome';
  readonly issue: readonly {
    readonly severity: 'error';
    readonly code: string;
    readonly diagnostics: string;
  }[];
}

export type FhirAnswer =
  | { readonly status: 200; readonly body: SearchBundle; readonly ignored: readonly string[] }
  | { readonly status: number; readonly body: OperationOutcome };

/**
 * Answers a request such as `Observation?patient=123&date=ge2026`. Unknown parameters are ignored
 * and left out of the self link, as R4 servers should; with `isStrict` (`Prefer: handling=strict`)
 * they are refused. Never throws.
 */
export function searchFhir(
  resources: readonly FhirResource[],
  request: string,
  { isStrict }: { readonly isStrict: boolean },
): FhirAnswer {
  try {
    return answer(resources, request, isStrict);
  } catch (problem) {
    if (!(problem instanceof SearchProblem)) throw problem;
    const issue = { severity: 'error', code: problem.code, diagnostics: problem.message } as const;
    return { status: problem.status, body: { resourceType: 'OperationOutcome', issue: [issue] } };
  }
}

function answer(
  resources: readonly FhirResource[],
  request: string,
  isStrict: boolean,
): FhirAnswer {
  const { type, query } = readRequest(request);
  const plan = planSearch(type, query);
  if (isStrict && plan.ignored.length > 0) {
    const message = `Unknown or unsupported: ${plan.ignored.join(', ')}.`;
    throw new SearchProblem(400, 'not-supported', message);
  }
  const found = resources.filter(
    (resource) => resource.resourceType === type && plan.filters.every((fits) => fits(resource)),
  );
  const page = sortBy(found, plan.sort).slice(0, plan.count);
  const entry = page.map((resource) => ({
    fullUrl: `${fhirBase}${resource.resourceType}/${resource.id}`,
    resource,
    search: { mode: 'match' } as const,
  }));
  return {
    status: 200,
    ignored: plan.ignored,
    body: {
      resourceType: 'Bundle',
      type: 'searchset',
      total: found.length,
      link: [{ relation: 'self', url: selfLink(type, plan.used) }],
      ...(entry.length > 0 && { entry }),
    },
  };
}

function readRequest(request: string): { type: string; query: URLSearchParams } {
  const [path = '', ...rest] = request
    .trim()
    .replace(/^GET\s+/i, '')
    .split('?');
  const type = path.replace(fhirBase, '').replace(/^(\[base\])?\//, '');
  if (!/^[A-Z][A-Za-z]*$/.test(type)) {
    throw new SearchProblem(
      400,
      'invalid',
      'This server answers searches of the form Type?name=value, such as Observation?patient=123.',
    );
  }
  if (!Object.hasOwn(fhirParameters, type)) {
    const types = Object.keys(fhirParameters).join(', ');
    throw new SearchProblem(404, 'not-supported', `This server holds ${types}; not ${type}.`);
  }
  return { type, query: new URLSearchParams(rest.join('?')) };
}

/** In the requested order; resources without a date come last. */
function sortBy(found: readonly FhirResource[], sort: SearchPlan['sort']): FhirResource[] {
  return [...found].sort((a, b) => {
    for (const { parameter, isFalling } of sort) {
      const [first, second] = [dateOf(parameter, a), dateOf(parameter, b)];
      if (first === second) continue;
      if (first === undefined) return 1;
      if (second === undefined) return -1;
      return isFalling ? second - first : first - second;
    }
    return 0;
  });
}

function selfLink(type: string, used: SearchPlan['used']): string {
  const query = used.map(([name, value]) => `${name}=${encodeValue(value)}`).join('&');
  return `${fhirBase}${type}${query === '' ? '' : `?${query}`}`;
}

function encodeValue(value: string): string {
  return encodeURIComponent(value).replace(/%(3A|2F|2C)/g, decodeURIComponent);
}

interface SearchPlan {
  readonly filters: ((resource: FhirResource) => boolean)[];
  readonly sort: { readonly parameter: SearchParameter; readonly isFalling: boolean }[];
  count: number | undefined;
  readonly used: [name: string, value: string][];
  readonly ignored: string[];
}

/** @throws SearchProblem if a value or modifier can’t be served */
function planSearch(type: string, query: URLSearchParams): SearchPlan {
  const plan: SearchPlan = { filters: [], sort: [], count: undefined, used: [], ignored: [] };
  for (const [name, value] of query) {
    // Empty parameters aren't an error (3.1.1.3).
    if (value.trim() === '') continue;
    if (name === '_sort') planSort(plan, type, value);
    else if (name === '_count') planCount(plan, value);
    else planFilter(plan, type, name, value);
  }
  return plan;
}

function planFilter(plan: SearchPlan, type: string, name: string, value: string): void {
  const [plain = '', modifier] = name.split(':');
  const parameter = parameterOf(type, plain);
  if (parameter === undefined) {
    plan.ignored.push(name);
    return;
  }
  // A modifier that is not supported shall be refused, strict or not (3.1.1.4.4).
  if (modifier !== undefined) {
    throw new SearchProblem(400, 'not-supported', `The modifier ":${modifier}" is not supported.`);
  }
  plan.filters.push(matchesValue(parameter, name, value));
  plan.used.push([name, value]);
}

function planSort(plan: SearchPlan, type: string, value: string): void {
  const usedKeys: string[] = [];
  for (const key of value.split(',')) {
    const isFalling = key.startsWith('-');
    const parameter = parameterOf(type, isFalling ? key.slice(1) : key);
    if (parameter?.kind === 'date') {
      plan.sort.push({ parameter, isFalling });
      usedKeys.push(key);
    } else plan.ignored.push(`_sort=${key}`);
  }
  if (usedKeys.length > 0) plan.used.push(['_sort', usedKeys.join(',')]);
}

function parameterOf(type: string, name: string): SearchParameter | undefined {
  const known = fhirParameters[type];
  return known !== undefined && Object.hasOwn(known, name) ? known[name] : undefined;
}

function planCount(plan: SearchPlan, value: string): void {
  if (!/^\d{1,6}$/.test(value)) {
    throw new SearchProblem(400, 'invalid', '"_count" takes a whole number from 0.');
  }
  plan.count = Number(value);
  plan.used.push(['_count', value]);
}
