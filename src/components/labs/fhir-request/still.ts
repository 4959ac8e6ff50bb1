import type { Still } from '../stills.ts';

export const still: Still = {
  value: '5 matches',
  unit: 'Status 200',
  says: 'How many of them can a model use?',
  drawing:
    '<path class="dim" d="M20 70h280M20 88h280M20 106h280M20 124h280M20 142h280"/><circle class="on" cx="34" cy="79" r="5"/><circle class="off" cx="34" cy="97" r="5"/><circle class="off" cx="34" cy="115" r="5"/><circle class="off" cx="34" cy="133" r="5"/>',
};
