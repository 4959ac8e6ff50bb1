import { readStorage, writeStorage } from '../../../browser/local-storage.ts';
import { storageKeys } from '../../../browser/storage-keys.ts';
import { suggestedMinutes } from '../../../domain/kit/interview.ts';
import { type KitDraft, readKitDraft, writeKitDraft } from '../../../domain/kit/kit-draft.ts';
import type { KitLink } from '../../../domain/kit/kit-link.ts';
import { maxQuestions } from '../../../domain/mock/mock-link.ts';
import type { InterviewRecord } from '../../../domain/progress/records.ts';
import { readSetLink } from '../../../domain/study-set/set-link.ts';
import type { StudyElement } from '../base/study-element.ts';

export class Draft implements KitDraft {
  name = '';
  codes: readonly string[] = [];
  minutes: number | undefined;
  filter = '';
  names: readonly string[] = [''];
  /** The saved interview that is being edited. Undefined for a new interview. */
  readonly editing: InterviewRecord | undefined;
  readonly #host: StudyElement;

  constructor(host: StudyElement, editing?: InterviewRecord) {
    this.#host = host;
    this.editing = editing;
    if (editing === undefined) this.#restore();
  }

  /** Restores what the reader had chosen for a new interview before leaving the page. */
  #restore(): void {
    const saved = readKitDraft(readStorage(storageKeys.kit) ?? '');
    if ('problem' in saved) return;
    const { name, codes, minutes, names } = saved.value;
    const known = codes.filter((code) => this.#host.context.questions.has(code));
    Object.assign(this, { name, codes: known, minutes, names });
  }

  get allMinutes(): number {
    return this.minutes ?? suggestedMinutes(this.codes.length);
  }

  change(draft: Partial<Pick<Draft, 'name' | 'codes' | 'minutes' | 'filter' | 'names'>>): void {
    Object.assign(this, draft);
    if (this.editing === undefined) writeStorage(storageKeys.kit, writeKitDraft(this));
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
