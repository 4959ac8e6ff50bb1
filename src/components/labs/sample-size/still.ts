import type { Still } from '../stills.ts';

const intervals = [46, 33, 25, 19, 15, 12, 10]
  .map((half, index) => {
    const x = 32 + index * 40;
    return `<path class="${index === 6 ? 'line' : 'dim'}" d="M${x} ${104 - half}v${2 * half}m-6 0h12m0-${2 * half}h-12"/>`;
  })
  .join('');

export const still: Still = {
  value: '±5 points',
  unit: 'of sensitivity',
  says: 'How many patients must you enroll?',
  drawing: `<path class="dim" stroke-dasharray="3 4" d="M20 104H300"/>${intervals}`,
};
