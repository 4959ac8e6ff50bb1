/** Formats a number with thousands separators and a fixed number of decimals. */
export function number(value: number, decimals = 0): string {
  return value.toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** Formats a share from 0 to 1 as a percentage, or undefined as a dash. */
export function percent(share: number | undefined, decimals = 1): string {
  return share === undefined ? '–' : `${number(100 * share, decimals)}%`;
}

/**
 * Formats an amount in whole dollars. In a negative amount, the minus sign comes before the dollar
 * sign.
 */
export function dollars(amount: number): string {
  const whole = Math.round(Math.abs(amount));
  return `${amount < 0 && whole > 0 ? '−' : ''}$${number(whole)}`;
}
