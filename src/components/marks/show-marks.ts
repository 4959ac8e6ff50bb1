import { readStorage } from '../../browser/local-storage.ts';
import { type QuestionMark, readQuestionMarks } from '../../domain/progress/question-marks.ts';
import { element } from '../button.ts';

const signs: Readonly<Record<QuestionMark, readonly [sign: string, name: string]>> = {
  well: ['✓', 'answered well'],
  again: ['↻', 'due for review'],
};

/** Marks question links in menus and lists to show how the reader's last answers went. */
export function showMarks(containers: Iterable<Element>): void {
  const marks = readQuestionMarks(readStorage('guide-marks'));
  for (const container of containers) {
    for (const link of container.querySelectorAll<HTMLAnchorElement>('a[href*="/questions/"]')) {
      const mark = marks.get(link.pathname.split('/').at(-2) ?? '');
      if (mark !== undefined && link.querySelector('[data-mark]') === null) {
        link.append(' ', drawMark(mark));
      }
    }
  }
}

function drawMark(mark: QuestionMark): HTMLElement {
  const [sign, name] = signs[mark];
  const drawn = element('span', { role: 'img', ariaLabel: name, title: name }, sign);
  drawn.dataset['mark'] = mark;
  return drawn;
}
