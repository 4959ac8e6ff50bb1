/**
 * `npm run licenses`: every installed package with its license, as a Markdown table. Packages whose
 * code reaches readers come first; the last build recorded them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noticesFile, packageOf, readNotices, readPackage } from './shipped-packages.ts';

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly optional?: boolean }>>;
}

if (existsSync(join('dist', noticesFile))) {
  const shipped = new Set(readNotices('dist'));
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile;
  // Packages for other platforms are only in the lockfile.
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
  console.error(`dist/${noticesFile} doesn't exist. Run "npm run build" first.`);
  process.exitCode = 1;
}
