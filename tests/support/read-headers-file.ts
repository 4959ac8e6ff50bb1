import type { Header, HostRules } from '../../src/domain/headers/host-rules.ts';

export function readHeadersFile(text: string): HostRules {
  const [home = '/', ...unchanging] = [...text.matchAll(/^(\S+)\*$/gm)].map(
    ([, path = '']) => path,
  );
  const [first = ''] = text.split(/\n(?=\S)/);
  const headers = [...first.matchAll(/^ +([^:]+): (.+)$/gm)].map(
    ([, name = '', value = '']): Header => [name, value],
  );
  return { home, headers, unchanging };
}
