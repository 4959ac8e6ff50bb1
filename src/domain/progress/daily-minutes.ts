export const dailyMinutes = {
  /** The range that records allow. */
  stored: { min: 5, max: 600 },
  /** The range that readers can choose from. */
  offered: { min: 10, max: 120, step: 5 },
  /** The default for readers who haven't chosen a number. */
  usual: 30,
  /** More practice than this per day is hard to keep up. */
  long: 60,
  /** The maximum on the day before the interview. */
  eve: 45,
} as const;
