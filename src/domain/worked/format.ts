/** A number with thousands separators and a fixed number of decimals. */
export function number(value: number, decimals = 0): string {
  return value.toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** A share from 0 to 1 as a percentage; a dash where there is none. */
export function percent(share: number | undefined, decimals = 1): string {
  return share === undefined ? '–' : `${number(100 * share, decimals)}%`;
}

/** An amount in whole dollars; a negative one has the minus before the dollar sign. */
export function dollars(amount: number): string {
  const whole = Math.round(Math.abs(amount));
  return `${amount < 0 && whole > 0 ? '−' : ''}$${number(whole)}`;
}
