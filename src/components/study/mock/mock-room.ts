import type { TemplateResult } from 'lit-html';
import {
  goTo,
  type MockAddress,
  mockAddress,
  onMockAddress,
} from '../../../browser/mock-address.ts';
import { isBlank } from '../../../domain/mock/scorecard-run.ts';
import type { Shortcut } from '../base/shortcuts.ts';
import type { StudyContext } from '../base/study-context.ts';
import { StudyElement } from '../base/study-element.ts';
import { askingView } from './asking-view.ts';
import { comparisonView } from './compare-view.ts';
import { createView } from './create-view.ts';
import { lobbyView } from './lobby-view.ts';
import { mockKeys } from './mock-keys.ts';
import { type MockScreen, openMock, screenOf } from './mock-screen.ts';
import { resultView } from './result-view.ts';
import { Room } from './room.ts';
import { scorecardView } from './scorecard-view.ts';
import { scoringView } from './scoring-view.ts';

/**
 * The mock interview's page. The URL has the mock interview and the role; unfinished work is stored
 * on the device; both decide the screen (`mock-screen.ts`).
 */
export class MockRoomElement extends StudyElement {
  #address: MockAddress = mockAddress();
  #room: Room | undefined;
  #screen: MockScreen | undefined;

  protected override start(_context: StudyContext, signal: AbortSignal): void {
    const open = (address: string): void => {
      goTo(address);
      this.#follow();
    };
    this.#room = new Room(this, open, signal);
    onMockAddress(this, () => this.#follow(), signal);
    this.#takeScores();
  }

  protected override view(): TemplateResult {
    const room = this.#room;
    if (room === undefined) throw new Error('The room is shown before it has started.');
    this.#screen = this.#screenNow(room);
    const { name } = this.#screen;
    this.dataset['screen'] = name;
    // During an interview the page has no sidebar: it uses the layout of wide pages.
    document.documentElement.classList.toggle('wide', name === 'asking' || name === 'scoring');
    return screenView(this.#screen, room);
  }

  protected override shortcuts(): readonly Shortcut[] {
    return this.#room === undefined || this.#screen === undefined
      ? []
      : mockKeys(this.#screen, this.#room, this);
  }

  #screenNow({ context, candidate, interviewer }: Room): MockScreen {
    const card = interviewer.stored.value;
    return screenOf({
      address: this.#address,
      open: openMock(this.#address.fragment, context),
      run: candidate.run,
      card: card === undefined || isBlank(card) ? undefined : card,
      records: context.model.progress.mocks,
    });
  }

  #follow(): void {
    this.#address = mockAddress();
    this.#takeScores();
    this.update();
  }

  #takeScores(): void {
    if (this.#room === undefined) return;
    const open = openMock(this.#address.fragment, this.#room.context);
    this.#room.comparing.problem = undefined;
    if (open !== undefined) this.#room.comparing.take(open.link, open.mock.scoreCodes);
  }
}

function screenView(screen: MockScreen, room: Room): TemplateResult {
  switch (screen.name) {
    case 'create':
      return createView(room);
    case 'asking':
      return askingView(screen, room);
    case 'scoring':
      return scoringView(screen, room);
    case 'result':
      return resultView(screen, room);
    case 'scorecard':
      return scorecardView(screen, room);
    case 'comparison':
      return comparisonView(screen, room);
    default:
      return lobbyView(screen, room);
  }
}
