/** Writes a number with thousands separators and a fixed number of decimals. */
export function number(value: number, decimals = 0): string {
  return value.toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** Writes a share from 0 to 1 as a percentage. Writes a dash if it is undefined. */
export function percent(share: number | undefined, decimals = 1): string {
  return share === undefined ? '–' : `${number(100 * share, decimals)}%`;
}

/** Writes an amount in whole dollars. If it is negative, the minus is before the dollar sign. */
export function dollars(amount: number): string {
  const whole = Math.round(Math.abs(amount));
  return `${amount < 0 && whole > 0 ? '−' : ''}$${number(whole)}`;
}
