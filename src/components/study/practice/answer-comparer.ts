import type { PointComparer, TouchedPoint } from '../../../domain/practice/touched-points.ts';
import type { StudyContext } from '../base/study-context.ts';
import type { CompareAnswer } from './practice-host.ts';
import type { QuestionCard } from './question-card.ts';

/** Compares typed answers. Code and names of terms are loaded once the first answer is typed. */
export class AnswerComparer {
  readonly #context: Pick<StudyContext, 'data' | 'files'>;
  readonly #ready: () => void;
  /** The answer that was compared last, and the result: the view asks at each drawing. */
  readonly #last = new WeakMap<QuestionCard, { answer: string; points: readonly TouchedPoint[] }>();
  #comparer: PointComparer | undefined;
  #isLoading = false;

  /** @param ready called once answers can be compared */
  constructor(context: Pick<StudyContext, 'data' | 'files'>, ready: () => void) {
    this.#context = context;
    this.#ready = ready;
  }

  /** Compares, once the code for it is there. */
  get compare(): CompareAnswer | undefined {
    const comparer = this.#comparer;
    if (comparer === undefined) return undefined;
    return (card) => {
      const { answer } = card.ladder;
      const last = this.#last.get(card);
      if (last?.answer === answer) return last.points;
      const points = comparer(card.question, answer);
      this.#last.set(card, { answer, points });
      return points;
    };
  }

  /** Loads the code while the reader types. Without it the rubric is there all the same. */
  async prepare(): Promise<void> {
    if (this.#isLoading || this.#comparer !== undefined) return;
    this.#isLoading = true;
    const [names, code] = await Promise.all([
      this.#context.files.termNames(),
      import('../../../domain/practice/touched-points.ts').catch(() => undefined),
    ]);
    this.#isLoading = false;
    if ('problem' in names || code === undefined) return;
    this.#comparer = code.pointComparer(this.#context.data.questions, names.value);
    this.#ready();
  }
}
