/** Builds another guide, which is served under `/guide/`, into `dist-guide`. */
import { renameSync, rmSync } from 'node:fs';
import { copyWithAnotherGuide } from './another-guide.ts';

const copy = copyWithAnotherGuide();
const { status, stdout, stderr } = copy.build({ BASE_PATH: '/guide/', PDF: 'yes' });
console.log(stdout + stderr);
if (status === 0) {
  rmSync('dist-guide', { recursive: true, force: true });
  renameSync(copy.path('dist'), 'dist-guide');
}
copy.remove();
process.exitCode = status ?? 1;
