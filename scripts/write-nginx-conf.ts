/**
 * `npm run nginx`: writes `deploy/nginx.conf` for the site that was built last. `--dist` names
 * another build, `--name` the host, `--root` the folder on it that has the site at its home, `--out`
 * another file.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readHeadersFile } from '../src/domain/headers/headers-file.ts';
import { writeNginxConf } from '../src/domain/headers/nginx-conf.ts';

const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: 'dist' },
    name: { type: 'string', default: '_' },
    root: { type: 'string', default: '/srv/guide' },
    out: { type: 'string', default: 'deploy/nginx.conf' },
  },
  strict: true,
});
const rules = readHeadersFile(readFileSync(join(values.dist, '_headers'), 'utf8'));
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, writeNginxConf(rules, values));
console.log(`Wrote ${values.out} for a site at ${values.root}${rules.home}`);
