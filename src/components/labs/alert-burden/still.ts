import type { Still } from '../stills.ts';

const shift = [34, 52, 79, 96, 118, 151, 176, 203, 219, 244, 262, 287]
  .map((x) => `<path class="dim" d="M${x} 124v-26"/>`)
  .join('');

export const still: Still = {
  value: '12 hours',
  unit: 'on the floor',
  says: 'How often does the model interrupt one nurse?',
  drawing: `<path class="dim" d="M20 124H300"/>${shift}<path class="line" d="M139 124V74"/>`,
};
