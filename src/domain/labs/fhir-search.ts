/**
 * A small FHIR R4 server in memory: type-level search by a subset of R4's parameters. Source: HL7
 * FHIR R4 (4.0.1), Search (https://hl7.org/fhir/R4/search.html). Supported: `_id`, `_count`,
 * `_sort` by dates, and for each type the parameters in `fhir-parameters.ts`. Repeated parameters
 * are joined by and, commas by or.
 */
import { dateOf, fhirParameters, SearchProblem } from './fhir-parameters.ts';
import { planSearch, type SearchPlan } from './fhir-plan.ts';
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

/** What a server says instead when it can't answer. */
export interface OperationOutcome {
  readonly resourceType: 'OperationOutcome';
  readonly issue: readonly {
    readonly severity: 'error';
    readonly code: string;
    readonly diagnostics: string;
  }[];
}

/** A server's answer with its HTTP status. */
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
    return {
      status: problem.status,
      body: { resourceType: 'OperationOutcome', issue: [issue] },
    };
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
    throw new SearchProblem(
      400,
      'not-supported',
      `Unknown or unsupported: ${plan.ignored.join(', ')}.`,
    );
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

/** In the order asked for; what has no date comes last. */
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
