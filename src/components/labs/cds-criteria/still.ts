import type { Still } from '../stills.ts';

export const still: Still = {
  value: '4 criteria',
  unit: 'all must hold',
  says: 'Is this decision support a device?',
  drawing:
    '<path class="line" d="m24 98 10 10 18-22M100 98l10 10 18-22M176 98l10 10 18-22"/><path class="mark" d="m254 84 24 24m0-24-24 24"/>',
};
