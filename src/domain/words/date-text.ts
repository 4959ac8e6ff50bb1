const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/**
 * Returns a day, a month, or a year (`2026-11-24`, `2026-11`, `2026`) as text: "November 24, 2026".
 */
export function dateText(date: string): string {
  const [year = '', month, day] = date.split('-');
  const name = month === undefined ? undefined : months[Number(month) - 1];
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`;
}

/** Returns a date as text for use where space is tight: "Nov 24, 2026". */
export function shortDateText(date: string): string {
  return dateText(date).replace(/^([A-Z][a-z]{2})[a-z]*/, '$1');
}
