import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

interface PackageFile {
  readonly version: string;
  /** The license as an SPDX expression. */
  readonly license?: string;
}

/** Returns the name of a module's package, or undefined for the guide's own modules. */
export function packageOf(module: string): string | undefined {
  const [, after] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module.replaceAll('\\', '/')) ?? [];
  return after;
}

/** A file from the bundler, with the length of the code that came from each module. */
interface ShippedFile {
  readonly modules?: Readonly<Record<string, { readonly renderedLength: number }>>;
}

/**
 * Writes the licenses of all packages whose code the site ships. This integration must come after
 * everything that bundles code.
 * @param shipped package names, to which the packages in page scripts are added
 */
export function licenses(shipped: Set<string>): AstroIntegration {
  const plugin = {
    name: 'shipped-packages',
    applyToEnvironment: ({ name }: { readonly name: string }) => name === 'client',
    generateBundle(_: unknown, bundle: Record<string, ShippedFile>): void {
      const modules = Object.values(bundle).flatMap((file) => Object.entries(file.modules ?? {}));
      for (const [id, { renderedLength }] of modules) {
        const name = packageOf(id);
        if (name !== undefined && renderedLength > 0) shipped.add(name);
      }
    },
  };
  return {
    name: 'licenses',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plugin] } });
      },
      'astro:build:done': ({ dir }) => writeNotices(fileURLToPath(dir), shipped),
    },
  };
}

function folderOf(name: string): string {
  const file = findPackageJSON(name, import.meta.url);
  if (file === undefined) throw new Error(`The package ${name} isn't installed.`);
  return dirname(file);
}

/** @throws Error if a package isn't installed or has no license text */
function writeNotices(dist: string, packages: ReadonlySet<string>): void {
  const notices = [...packages].sort().map((name) => {
    const file = readFileSync(join(folderOf(name), 'package.json'), 'utf8');
    const { version, license = '' } = JSON.parse(file) as PackageFile;
    return `== ${name} ${version}, ${license}\n\n${licenseText(name)}\n`;
  });
  const intro =
    'The JavaScript on this site contains code from these packages, each under its own license.\n';
  writeFileSync(join(dist, 'licenses.txt'), [intro, ...notices].join('\n'));
}

/** Returns all of a package's license texts, which may be in a file or in a folder of files. */
function licenseText(name: string): string {
  const folder = folderOf(name);
  const texts = globSync('{license,licence,LICENSE,LICENCE,Copyright}{,.md,.txt,/*}', {
    cwd: folder,
  })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .sort()
    .map((path) => readFileSync(path, 'utf8').trim());
  if (texts.length === 0) throw new Error(`The package ${name} has no license text.`);
  return texts.join('\n\n');
}
