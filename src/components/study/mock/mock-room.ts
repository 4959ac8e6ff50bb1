import type { TemplateResult } from 'lit-html';
import {
  goTo,
  type MockAddress,
  mockAddress,
  onMockAddress,
} from '../../../browser/mock-address.ts';
import { listenForShortcuts, showShortcuts } from '../base/shortcuts.ts';
import type { StudyContext } from '../base/study-context.ts';
import { StudyElement } from '../base/study-element.ts';
import { Candidate } from './candidate.ts';
import { newDraw } from './draw-view.ts';
import { Interviewer } from './interviewer.ts';
import { mockKeys } from './mock-keys.ts';
import { keyOfScreen, type MockScreen, screenOf } from './mock-screen.ts';
import { screenView } from './mock-screens.ts';
import { openMock } from './open-mock.ts';
import type { Confirms, Room } from './room.ts';

/**
 * The mock interview's page. The address says which mock and for whom; what is under way is kept
 * on the device; the screen follows from both (`mock-screen.ts`).
 */
export class MockRoomElement extends StudyElement {
  #address: MockAddress = mockAddress();
  #room: Room | undefined;
  #screen: MockScreen | undefined;
  /** Screen on which the focus is; empty until the reader has done something. */
  #key = '';

  protected override start(context: StudyContext, signal: AbortSignal): void {
    const changed = (): void => this.#show();
    const candidate = new Candidate(context, changed, signal);
    const interviewer = new Interviewer(context, changed, signal);
    this.#room = {
      context,
      candidate,
      interviewer,
      form: newDraw,
      confirms: undefined,
      partnerCode: '',
      changed,
      ask: (what) => this.#ask(what),
      cancel: () => this.#cancel(),
      open: (address) => {
        goTo(address);
        this.#follow();
      },
      focus: (selector) => this.querySelector<HTMLElement>(selector)?.focus(),
      showKeys: () => showShortcuts(this.#keys()),
    };
    onMockAddress(this, () => this.#follow(), signal);
    listenForShortcuts(() => this.#keys(), signal);
  }

  protected override view(context: StudyContext): TemplateResult {
    const room = this.#room;
    if (room === undefined) throw new Error('The room is shown before it has started.');
    const open = openMock(this.#address.fragment, context);
    this.#screen = screenOf({
      address: this.#address,
      open,
      run: room.candidate.run,
      otherCard: open && room.interviewer.otherCard(open),
      records: context.model.progress.mocks,
    });
    this.dataset['screen'] = this.#screen.name;
    return screenView(this.#screen, room);
  }

  override update(): void {
    const focused = document.activeElement;
    const wasHere = this.contains(focused);
    super.update();
    const key = this.#screen === undefined ? '' : keyOfScreen(this.#screen);
    const isOther = this.#key !== '' && key !== this.#key;
    this.#key = key;
    // Also when what had the focus is gone: it would start again at the top of the page.
    if (isOther || (wasHere && focused?.isConnected === false)) {
      this.querySelector<HTMLElement>('h2[tabindex]')?.focus();
    }
  }

  #show(): void {
    this.update();
  }

  /** The address has changed. */
  #follow(): void {
    this.#address = mockAddress();
    if (this.#room !== undefined) {
      this.#room.confirms = undefined;
      this.#room.partnerCode = '';
    }
    this.update();
  }

  #ask(what: Confirms): void {
    if (this.#room === undefined) return;
    this.#room.confirms = what;
    this.update();
    this.#room.focus('.confirm button');
  }

  #cancel(): void {
    const what = this.#room?.confirms;
    if (this.#room === undefined || what === undefined) return;
    this.#room.confirms = undefined;
    this.update();
    this.#room.focus(`[data-opens="${what}"]`);
  }

  #keys() {
    return this.#room === undefined || this.#screen === undefined
      ? []
      : mockKeys(this.#screen, this.#room, this);
  }
}
