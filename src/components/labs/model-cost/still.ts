import type { Still } from '../stills.ts';

export const still: Still = {
  value: '660 notes',
  unit: 'per day',
  says: 'Rent the model, or run your own?',
  drawing:
    '<path class="dim" d="M20 78H300"/><path class="line" d="M20 134 300 58"/><circle class="on" cx="226" cy="78" r="6"/>',
};
