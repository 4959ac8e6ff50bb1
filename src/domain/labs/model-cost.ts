/**
 * What a language model costs over three years, either at a vendor's price per token or on your own
 * servers. The costs include staff, validation, and another validation whenever the vendor retires
 * a version. All amounts are in the same currency.
 */
import { requireWithin } from './check-number.ts';
import { breakEvenVolume } from './costs.ts';

const monthsCounted = 36;
const daysInMonth = 365 / 12;

/** Prices are per million tokens. `validation` is for one version. */
export type ApiPlan = Readonly<
  Record<'tokensIn' | 'tokensOut' | 'priceIn' | 'priceOut' | 'validation' | 'forcedChanges', number>
>;

/**
 * Costs are per month, except that of validation, which happens once, because the weights can be
 * frozen.
 */
export type ServerPlan = Readonly<
  Record<'serverCost' | 'notesPerServer' | 'staffCost' | 'validation', number>
>;

export function tokenCostOfNote(plan: ApiPlan): number {
  requireWithin(plan, 0, 1e12);
  return (plan.tokensIn * plan.priceIn + plan.tokensOut * plan.priceOut) / 1e6;
}

export function apiCost(plan: ApiPlan, notesPerDay: number): number {
  requireWithin({ 'notes a day': notesPerDay }, 0, 1e9);
  return notesPerDay * daysInMonth * monthsCounted * tokenCostOfNote(plan) + apiValidation(plan);
}

export function serversFor({ notesPerServer }: ServerPlan, notesPerDay: number): number {
  requireWithin({ 'notes a server': notesPerServer }, 1, 1e9);
  requireWithin({ 'notes a day': notesPerDay }, 0, 1e9);
  return Math.max(1, Math.ceil(notesPerDay / notesPerServer));
}

export function serverCost(plan: ServerPlan, notesPerDay: number): number {
  return monthsCounted * monthlyCost(plan, serversFor(plan, notesPerDay)) + plan.validation;
}

/** If it takes more servers than this, your own servers count as never being cheaper. */
const maxServers = 1e6;

/**
 * Returns the lowest volume, in notes a day, at which your own servers don't cost more than the
 * API. Returns 0 if they don't cost more even without any notes, and undefined if they do at every
 * volume. The cost rises in steps, with each additional server. So either a full server must save
 * more than it costs, or the first one must already cover everything.
 */
export function breakEvenNotes(api: ApiPlan, own: ServerPlan): number | undefined {
  const price = tokenCostOfNote(api) * daysInMonth;
  const each = monthlyCost(own, 1) - own.staffCost;
  // The fixed costs of your own servers per month, beyond those of the API.
  const fixed = own.staffCost - (apiValidation(api) - own.validation) / monthsCounted;
  if (fixed + each <= 0) return 0;
  const earned = price * own.notesPerServer - each;
  const servers = earned > 0 ? Math.max(1, Math.ceil(fixed / earned - 1e-9)) : 1;
  if (servers > maxServers || fixed > servers * earned + 1e-6) return undefined;
  return breakEvenVolume(fixed + servers * each, price);
}

function apiValidation({ validation, forcedChanges }: ApiPlan): number {
  return validation * (1 + forcedChanges);
}

function monthlyCost(plan: ServerPlan, servers: number): number {
  const { serverCost: server, staffCost: staff, validation } = plan;
  requireWithin({ server, staff, validation }, 0, 1e12);
  return servers * server + staff;
}
