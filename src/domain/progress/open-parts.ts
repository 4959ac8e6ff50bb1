/**
 * The parts of questions that are open today. The next day, they are closed again, so readers who
 * come back see the question first and not the answer. Format 1 is `1`, the day, and each
 * question's code with the ids of its open parts, as in `1 2026-11-24 z7s:hint,answer`. The newest
 * question comes last, and there are at most fifty.
 */
export type OpenParts = ReadonlyMap<string, readonly string[]>;

const most = 50;

/** Returns the open parts after a part was opened or closed. Its question becomes the newest. */
export function changeOpenParts(
  open: OpenParts,
  code: string,
  part: string,
  isOpen: boolean,
): OpenParts {
  const others = (open.get(code) ?? []).filter((id) => id !== part);
  const changed = new Map(open);
  changed.delete(code);
  return changed.set(code, isOpen ? [...others, part] : others);
}

/** @param day the reader's day as `YYYY-MM-DD` */
export function writeOpenParts(open: OpenParts, day: string): string {
  const entries = [...open].filter(([, parts]) => parts.length > 0).slice(-most);
  return ['1', day, ...entries.map(([code, parts]) => `${code}:${parts.join(',')}`)].join(' ');
}

/**
 * Accepts any text. If it isn't valid or is from another day, returns no parts. Skips invalid
 * entries.
 */
export function readOpenParts(text: string | null, day: string): OpenParts {
  const [version, of, ...entries] = (text ?? '').slice(0, 10_000).split(' ');
  if (version !== '1' || of !== day) return new Map();
  return new Map(
    entries.flatMap((entry) => {
      const [, code, parts] = /^([a-z0-9]{3}):([a-z]+(?:,[a-z]+)*)$/.exec(entry) ?? [];
      return code === undefined || parts === undefined ? [] : [[code, parts.split(',')] as const];
    }),
  );
}
