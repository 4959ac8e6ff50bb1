/**
 * `npm run licenses`: every installed package with its license, as a Markdown table. Those of which
 * code reaches readers stand first; the last build noted them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noticesFile, packageOf, readNotices, readPackage } from './shipped-packages.ts';

/** The lockfile, as far as it is read. */
interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly optional?: boolean }>>;
}

if (existsSync(join('dist', noticesFile))) {
  const shipped = new Set(readNotices('dist'));
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile;
  // What is for another system is in the lockfile alone.
  const installed = Object.keys(packages).filter((path) => path !== '' && existsSync(path));
  const names = [...new Set(installed.map((path) => packageOf(path) ?? path))].sort();
  const inOrder = [
    ...names.filter((name) => shipped.has(name)),
    ...names.filter((name) => !shipped.has(name)),
  ];
  console.log('| package | version | license | reaches readers |\n| --- | --- | --- | --- |');
  for (const path of inOrder) {
    const { name, version, license } = readPackage(path);
    const reaches = shipped.has(name) ? 'yes' : '';
    console.log(`| ${name} | ${version} | ${license || 'not stated'} | ${reaches} |`);
  }
} else {
  console.error(`There is no dist/${noticesFile}: run "npm run build" first.`);
  process.exitCode = 1;
}
