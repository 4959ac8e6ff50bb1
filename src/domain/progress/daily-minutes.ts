/** Minutes of practice per day. */
export const dailyMinutes = {
  /** The range that a record may have. */
  stored: { min: 5, max: 600 },
  /** The range that readers can choose from. */
  offered: { min: 10, max: 120, step: 5 },
  /** The default for readers who haven't chosen a number. */
  usual: 30,
  /** Longer days are hard to keep up. */
  long: 60,
  /** The maximum on the day before the interview. */
  eve: 45,
} as const;
