/** A copy of the project that is built with the real command. Tests may break its content. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const copied = ['src', 'scripts', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/**
 * The copies are inside the project, so that packages resolve. Git and all checks ignore the
 * folder.
 */
const parent = resolve('dist-test-copies');

/** A folder that contains the project. It is usually a temporary copy. */
export class Workspace {
  readonly root: string;

  /** Uses the given folder or, without one, makes a copy. */
  constructor(root = newCopy()) {
    this.root = root;
  }

  path(file: string): string {
    return join(this.root, file);
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  /** Changes a file, and throws if that changes nothing. */
  change(file: string, change: (text: string) => string): void {
    const before = this.read(file);
    const after = change(before);
    if (before === after) throw new Error(`The change left ${file} as it was.`);
    writeFileSync(this.path(file), after);
  }

  run(script: string, ...args: string[]): SpawnSyncReturns<string> {
    return spawnSync(process.execPath, [join('scripts', script), ...args], {
      cwd: this.root,
      encoding: 'utf8',
    });
  }

  /**
   * Builds the copy into its `dist` folder, like `npx astro build`.
   * @param settings environment variables
   */
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

function newCopy(): string {
  mkdirSync(parent, { recursive: true });
  const root = mkdtempSync(join(parent, 'guide-'));
  for (const name of copied) cpSync(name, join(root, name), { recursive: true });
  return root;
}
