import { suggestedMinutes } from '../../../domain/kit/interview.ts';
import type { KitLink } from '../../../domain/kit/kit-link.ts';
import { maxQuestions } from '../../../domain/mock/mock-link.ts';
import type { InterviewRecord } from '../../../domain/progress/records.ts';
import { readSetLink } from '../../../domain/study-set/set-link.ts';
import type { StudyElement } from '../base/study-element.ts';

export class Draft {
  name = '';
  codes: readonly string[] = [];
  /** The length in minutes. If undefined, the suggested time is used. */
  minutes: number | undefined;
  filter = '';
  /** One entry per candidate. It is empty if the candidate has no name. */
  names: readonly string[] = [''];
  /** The saved interview that is being edited. Undefined for a new interview. */
  readonly editing: InterviewRecord | undefined;
  readonly #host: StudyElement;

  constructor(host: StudyElement, editing?: InterviewRecord) {
    this.#host = host;
    this.editing = editing;
  }

  get allMinutes(): number {
    return this.minutes ?? suggestedMinutes(this.codes.length);
  }

  change(draft: Partial<Pick<Draft, 'name' | 'codes' | 'minutes' | 'filter' | 'names'>>): void {
    Object.assign(this, draft);
    this.#host.update();
  }

  follow(link: KitLink): void {
    const { data } = this.#host.context;
    if (link.kind === 'path') {
      const path = data.learningPaths.find(({ id }) => id === link.id);
      if (path !== undefined) this.begin(path.title, path.codes);
    } else if (link.kind === 'set') {
      const { name, codes } = readSetLink(link.fragment, data.book);
      this.begin(name, codes);
    }
  }

  begin(name: string, codes: readonly string[], minutes?: number): void {
    this.minutes = minutes;
    this.change({ name, codes: codes.slice(0, maxQuestions), filter: '' });
  }

  put(isIn: boolean, codes: readonly string[]): void {
    const others = this.codes.filter((code) => !codes.includes(code));
    const news = codes.filter((code) => !this.codes.includes(code));
    this.change({ codes: isIn ? [...this.codes, ...news].slice(0, maxQuestions) : others });
  }

  move(code: string, index: number): void {
    const others = this.codes.filter((other) => other !== code);
    this.change({ codes: others.toSpliced(index, 0, code) });
  }
}
