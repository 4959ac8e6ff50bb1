/** Minutes of practice per day. */
export const dailyMinutes = {
  /** What a record may have. */
  stored: { min: 5, max: 600 },
  /** What readers can choose. */
  offered: { min: 10, max: 120, step: 5 },
  /** The number for readers who haven't chosen one. */
  usual: 30,
  /** Days longer than this are hard to keep up. */
  long: 60,
  /** The maximum on the day before the interview. */
  eve: 45,
} as const;
