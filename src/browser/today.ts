/** The reader's day as `YYYY-MM-DD`, in UTC: dates of sources are days, not moments. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
