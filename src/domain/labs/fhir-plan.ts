import {
  fhirParameters,
  matchesValue,
  type SearchParameter,
  SearchProblem,
} from './fhir-parameters.ts';
import type { FhirResource } from './fhir-resource.ts';

/** What a request asks for, and what of it is not understood. */
export interface SearchPlan {
  readonly filters: ((resource: FhirResource) => boolean)[];
  readonly sort: { readonly parameter: SearchParameter; readonly isFalling: boolean }[];
  count: number | undefined;
  readonly used: [name: string, value: string][];
  readonly ignored: string[];
}

/**
 * Reads the parameters of a request, in their order.
 * @throws SearchProblem if a value or modifier can’t be served
 */
export function planSearch(type: string, query: URLSearchParams): SearchPlan {
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
  const kept: string[] = [];
  for (const key of value.split(',')) {
    const isFalling = key.startsWith('-');
    const parameter = parameterOf(type, isFalling ? key.slice(1) : key);
    if (parameter?.kind === 'date') {
      plan.sort.push({ parameter, isFalling });
      kept.push(key);
    } else plan.ignored.push(`_sort=${key}`);
  }
  if (kept.length > 0) plan.used.push(['_sort', kept.join(',')]);
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
