/** Builds `dist-guide` under `/guide/` in a copy of the project, at the same time as `dist`. */
import { renameSync, rmSync } from 'node:fs';
import { Workspace } from './workspace.ts';

const copy = new Workspace();
const { status, stdout, stderr } = copy.run('build.ts', '--base', '/guide/');
console.log(stdout + stderr);
if (status === 0) {
  rmSync('dist-guide', { recursive: true, force: true });
  renameSync(copy.path('dist'), 'dist-guide');
}
copy.remove();
process.exitCode = status ?? 1;
