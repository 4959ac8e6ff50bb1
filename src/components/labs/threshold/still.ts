import type { Still } from '../stills.ts';

export const still: Still = {
  value: '50',
  unit: 'threshold',
  says: 'Who gets missed, and who gets interrupted for nothing?',
  drawing:
    '<path class="dim" d="M20 130c60 0 62-72 108-72s48 72 108 72"/><path class="line" d="M90 130c60 0 72-44 108-44s48 44 102 44"/><path class="dim" stroke-dasharray="3 4" d="M176 56v80"/>',
};
