/** A copy of the project whose content a test may break, built with the real command. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const copied = ['src', 'scripts', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/** Below the project, so that packages resolve; ignored by git and by all checks. */
const parent = resolve('dist-test-copies');

/** A copy of the project in a temporary folder. */
export class Workspace {
  readonly root: string;

  /** Creates the copy in a new folder, or in the named one, which is emptied first. */
  constructor(root = newFolder()) {
    this.root = root;
    rmSync(root, { recursive: true, force: true });
    for (const name of copied) cpSync(name, join(root, name), { recursive: true });
  }

  /** Path of a file in the copy. */
  path(file: string): string {
    return join(this.root, file);
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  /** Changes a file; fails if the change changed nothing. */
  change(file: string, change: (text: string) => string): void {
    const before = this.read(file);
    const after = change(before);
    if (before === after) throw new Error(`The change left ${file} as it was.`);
    writeFileSync(this.path(file), after);
  }

  /** Runs one of the project's scripts in the copy, like npm. */
  run(script: string, ...args: string[]): SpawnSyncReturns<string> {
    return spawnSync(process.execPath, [join('scripts', script), ...args], {
      cwd: this.root,
      encoding: 'utf8',
    });
  }

  /** Builds the copy into its 'dist', like `npx astro build`. @param settings environment variables */
  build(settings: Readonly<Record<string, string>> = {}): SpawnSyncReturns<string> {
    const astro = resolve('node_modules/astro/bin/astro.mjs');
    return spawnSync(process.execPath, [astro, 'build'], {
      cwd: this.root,
      encoding: 'utf8',
      env: { ...process.env, BASE_PATH: '/', ...settings },
    });
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

function newFolder(): string {
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, 'guide-'));
}
