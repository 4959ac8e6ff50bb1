/**
 * A file with an interview: JSON in UTF-8, format 1.
 *
 * {"exportedAt":1795550400000,"format":"ai-healthtech-interview-guide/interview",
 * "interview":{…},"version":1}
 *
 * `interview` is a record as described in `../progress/records.ts`, with names, notes, and other
 * people's scores. `version` is the version of the records. Interviews from another guide are
 * rejected.
 */
import { settings } from '../../guide-settings.ts';
import type { Result } from '../../lib/result.ts';
import { canonicalJson, isPlainObject } from '../progress/record-lists.ts';
import { recordFormat, upgrade } from '../progress/record-versions.ts';
import { type InterviewRecord, readRecord } from '../progress/records.ts';

const format = `${settings.id}/interview`;

/** Maximum file length in UTF-16 code units. */
const maxSize = 20_000_000;

export function writeInterviewFile(interview: InterviewRecord, now: number): string {
  const { version } = recordFormat;
  return `${canonicalJson({ format, version, exportedAt: now, interview })}\n`;
}

/** Reads a file's text. If it is invalid, returns a problem to show to the reader. Never throws. */
export function readInterviewFile(text: string): Result<InterviewRecord> {
  const content = text.length > maxSize ? undefined : parse(text);
  if (!isPlainObject(content) || content['format'] !== format) {
    return { problem: 'This isn’t an interview file from this guide.' };
  }
  const { version, interview } = content;
  if (typeof version === 'number' && version > recordFormat.version) {
    return {
      problem:
        'A newer version of the guide saved this file. Reload this page, then open it again.',
    };
  }
  const [record] = upgrade(Number(version), [{ store: 'interviews', value: interview }]) ?? [];
  const result = readRecord('interviews', record?.value);
  return 'value' in result
    ? { value: result.value as InterviewRecord }
    : { problem: 'This interview file is damaged, so we didn’t open it. Nothing was changed.' };
}

function parse(text: string): unknown {
  try {
    // Some editors add a byte order mark at the start, which JSON doesn't allow.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
