import type { LabRecord } from '../../domain/guide/build-guide.ts';
import { codePath, joinLab, type Lab, type LabCode } from './lab.ts';
import shared from './labs.css?inline';

const codes = import.meta.glob<LabCode>('./*/view.ts', { eager: true });

/** @throws Error if the lab has no code */
export function labWithCode(record: LabRecord): Lab {
  const path = codePath(record);
  const code = codes[path];
  if (code === undefined) {
    throw new Error(
      `The lab ${record.id} has no code. Fix: write src/components/labs/${path.slice(2)}, or delete src/content/labs/${record.id}.yaml.`,
    );
  }
  return joinLab(record, code);
}

const stylesheets = import.meta.glob<string>('./*/lab.css', {
  query: '?inline',
  import: 'default',
  eager: true,
});

export function labStyles(lab: LabRecord): string {
  return shared + (stylesheets[codePath(lab).replace('view.ts', 'lab.css')] ?? '');
}
