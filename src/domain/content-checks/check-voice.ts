import { type Issue, issueAt } from './issue.ts';
import type { FrontMatter } from './read-page.ts';
import type { LocatedYaml } from './read-yaml.ts';
import {
  quotationMarkFindings,
  shortDateFindings,
  type VoiceFinding,
  voiceFindings,
} from './voice.ts';

/** Keys whose values are data or other people's words. */
const dataKeys: ReadonlySet<PropertyKey> = new Set(
  (
    'aliases misspellings searchAs url id code source related oldSlugs topics published checkedOn ' +
    'factsCheckedOn reviewBy on by request patients'
  ).split(' '),
);
/** Source titles are skipped, too, because they must stay as published. */
const sourceKeys: ReadonlySet<PropertyKey> = new Set([...dataKeys, 'title']);

/** Words that are correct in context: quotations, names, or words with another meaning. */
interface VoiceException {
  readonly in: string;
  /** Lines that contain this text are exempt. */
  readonly text: string;
  readonly why: string;
}

export const contentExceptions: readonly VoiceException[] = [
  {
    in: 'src/content/glossary/c5-attestation.yaml',
    text: 'Compliance Criteria Catalogue',
    why: 'the name that its publisher gives it',
  },
  {
    in: 'src/content/questions/patients-unlike-training-data.mdx',
    text: 'who can’t stand for a fixed film',
    why: 'patients who can’t stand up',
  },
];

export function checkVoice(file: string, frontMatter: FrontMatter): Issue[] {
  const lines = [...textLines(frontMatter, dataKeys), ...bodyLines(frontMatter.body)];
  return lines.flatMap((line) => lineIssues(file, line));
}

export function checkRecordVoice(file: string, yaml: LocatedYaml, isSource: boolean): Issue[] {
  const lines = textLines(yaml, isSource ? sourceKeys : dataKeys);
  return lines.flatMap((line) => lineIssues(file, line));
}

interface Line {
  readonly text: string;
  /** The position of the text's first character, counted from 1. */
  readonly line: number;
  readonly column: number;
}

function lineIssues(file: string, { text, line, column }: Line): Issue[] {
  if (isException(file, text)) return [];
  const findings = [
    ...voiceFindings(text),
    ...shortDateFindings(text),
    ...quotationMarkFindings(text),
  ];
  return findings.map(({ kind, index, phrase, instead }) =>
    issueAt(
      kind,
      file,
      { line, column: column + index },
      {
        what: phrase.startsWith('”') ? 'the comma or period follows the quote' : problems[kind],
        expected: instead,
        found: `“${phrase}”`,
        fix: phrase.startsWith('”') ? `put ${instead}` : `write ${instead}`,
      },
    ),
  );
}

const problems: Readonly<Record<VoiceFinding['kind'], string>> = {
  'british-spelling': 'this is a British spelling',
  'date-format': 'this date is in another format than all others',
  'quotation-mark': 'this quotation mark or apostrophe is straight',
  'unplain-wording': 'an American editor would say this in other words',
};

function isException(file: string, text: string): boolean {
  return contentExceptions.some((one) => one.in === file && text.includes(one.text));
}

/**
 * Returns the string values in the YAML, except under skipped keys, line by line. They are as
 * written in the file, with spaces instead of code.
 */
function textLines(yaml: LocatedYaml, skipped: ReadonlySet<PropertyKey>): Line[] {
  if (yaml.issues.length > 0) return [];
  return yaml.texts().flatMap(({ path, written, position }) => {
    if (path.some((key) => skipped.has(key))) return [];
    return withoutCode(written)
      .split('\n')
      .map((text, index) => ({
        text,
        line: position.line + index,
        column: index === 0 ? position.column : 1,
      }));
  });
}

/**
 * Returns the lines of Markdown or MDX, with spaces instead of anything that isn't prose, so that
 * columns stay correct.
 */
function bodyLines(body: string): Line[] {
  const prose = proseOf(body).split('\n');
  return prose.map((text, index) => ({ text, line: index + 1, column: 1 }));
}

/** Code blocks, and lines of code that another check reports. */
const code = /^ *```[\s\S]*?^ *```|^(?:import .*['"]|export (?:const|default|function)\b).*/gm;

/** Replaces code, tags, and the targets of links in Markdown or MDX with spaces. */
export function proseOf(body: string): string {
  return withoutCode(body.replace(code, blanked))
    .replace(/<[A-Za-z/!][^>]*>/g, blanked)
    .replace(/\]\([^)]*\)/g, blanked);
}

function withoutCode(text: string): string {
  return text.replace(/`[^`\n]*`/g, blanked);
}

function blanked(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
