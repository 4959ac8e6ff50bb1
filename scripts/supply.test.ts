import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Lockfile {
  readonly packages: Readonly<
    Record<string, { readonly resolved?: string; integrity?: string; hasInstallScript?: true }>
  >;
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions?: Readonly<Record<string, string>>;
        readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
      }
    >
  >;
}

const read = (file: string): string => readFileSync(file, 'utf8');
const lock = JSON.parse(read('package-lock.json')) as Lockfile;
const project = JSON.parse(read('package.json')) as {
  readonly allowScripts: Readonly<Record<string, boolean>>;
};
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');
const workflows = globSync('.github/workflows/*.{yml,yaml}').map(
  (file) => [file, parse(read(file)) as Workflow] as const,
);

describe('the lockfile', () => {
  it('doesn’t name a download host, and has a checksum for each package', () => {
    expect(locked.length).toBeGreaterThan(500);
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(locked.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? ''))).toEqual([]);
  });

  it('lets only the named packages run install scripts', () => {
    const running = locked.filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = running.map(([path]) => path.replace(/.*node_modules\//, ''));
    expect(names.sort()).toEqual(Object.keys(project.allowScripts).sort());
    // Without this setting, npm only warns about other scripts.
    expect(read('.npmrc')).toMatch(/^strict-allow-scripts=true$/m);
  });
});

describe.each(workflows)('%s', (file, { permissions, jobs }) => {
  it('pins each action to a commit, with its version next to it', () => {
    const lines = read(file)
      .split('\n')
      .filter((line) => line.includes('uses:'));
    const used = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses = [] }) => uses));
    expect(lines.length).toBe(used.length);
    for (const line of lines) {
      expect(line).toMatch(/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  it('is read-only by default, and runs no packages where it can write', () => {
    expect(permissions).toEqual({ contents: 'read' });
    for (const { permissions: rights = {}, steps } of Object.values(jobs)) {
      if (!Object.values(rights).includes('write')) continue;
      expect(steps.filter(({ run = '' }) => /\bnp[mx]\b/.test(run))).toEqual([]);
    }
  });
});
