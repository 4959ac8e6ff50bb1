import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { proseOf } from '../../src/domain/content-checks/check-voice.ts';
import { shortDateFindings, voiceFindings } from '../../src/domain/content-checks/voice.ts';
import { allowed, type Exception } from './allowed.ts';

const folders = ['src', 'scripts', 'tests', 'bench', 'docs', 'deploy', '.github'];
const kinds = /\.(?:ts|mjs|astro|css|mdx?|ya?ml|conf)$/;
/** Files that quote the phrases that the rules refuse. `npm run validate` checks the content. */
const isElsewhere = /^(?:tests\/voice|src\/content)\/|\/(?:voice|check-voice(?:\.test)?)\.ts$/;

interface Finding {
  readonly file: string;
  readonly line: string;
  readonly message: string;
}

/**
 * Returns the paths of the files to check. The content and the rules themselves aren't among them.
 */
function files(): string[] {
  return ['.', ...folders]
    .flatMap((folder) => readdirSync(folder, { recursive: folder !== '.', withFileTypes: true }))
    .filter((entry) => entry.isFile() && kinds.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => !isElsewhere.test(file) && !file.includes('node_modules'));
}

function check(file: string, text: string): Finding[] {
  const prose = file.endsWith('.md') ? proseOf(text).split('\n') : [];
  return text.split('\n').flatMap((line, index) =>
    [...voiceFindings(line), ...shortDateFindings(prose[index] ?? '')].map(
      ({ phrase, instead }) => ({
        file,
        line,
        message: `${file}:${index + 1}  “${phrase}”: write ${instead}`,
      }),
    ),
  );
}

function isAllowed({ file, line }: Finding, exception: Exception): boolean {
  return file === exception.in && line.includes(exception.text ?? '');
}

describe('code and docs', () => {
  const findings = files().flatMap((file) => check(file, readFileSync(file, 'utf8')));

  it('are plain American English', () => {
    const open = findings.filter((finding) => !allowed.some((one) => isAllowed(finding, one)));
    expect(open.map(({ message }) => message)).toEqual([]);
  });

  it('need each exception', () => {
    const unused = allowed.filter((one) => !findings.some((finding) => isAllowed(finding, one)));
    expect(unused).toEqual([]);
  });
});
