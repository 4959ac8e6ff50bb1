import type { Still } from '../stills.ts';

export const still: Still = {
  value: 'Rank 4',
  unit: 'the best passage',
  says: 'Which measure notices when it moves up?',
  drawing:
    '<path class="off" d="M20 66h200v12H20zM20 84h160v12H20zM20 102h180v12H20z"/><path class="on" d="M20 120h240v12H20z"/><path class="line" d="M284 132V72m-7 8 7-8 7 8"/>',
};
