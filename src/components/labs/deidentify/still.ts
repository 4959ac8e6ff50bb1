import type { Still } from '../stills.ts';

export const still: Still = {
  value: '18',
  unit: 'identifiers',
  says: 'Can you strip this note, and is it anonymous then?',
  drawing:
    '<path class="dim" d="M20 78h90m60 0h130M20 100h40m88 0h60m44 0h48M20 122h150"/><path class="bar" d="M116 78h48M66 100h76m72 0h32"/>',
};
