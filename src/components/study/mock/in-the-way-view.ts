import { html, type TemplateResult } from 'lit-html';
import { confirmView } from './confirm-view.ts';

/** Something that is under way and would be lost by beginning something else. */
export interface InTheWay {
  readonly heading: string;
  /** How far it has come. */
  readonly text: string;
  /** Where it goes on. */
  readonly address: string;
  readonly isConfirming: boolean;
}

/** Offers to go on with it or to drop it. */
export function inTheWayView(
  { heading, text, address, isConfirming }: InTheWay,
  actions: {
    readonly askToDrop: () => void;
    readonly confirm: () => void;
    readonly cancel: () => void;
  },
): TemplateResult {
  return html`<section class="panel main stack">
    <h3>${heading}</h3>
    <p>${text}</p>
    <div class="row">
      <a class="button primary" href=${address}>Go on with it</a>
      <button type="button" data-opens="drop" @click=${actions.askToDrop}>Drop it</button>
    </div>
    ${
      isConfirming
        ? confirmView(
            {
              question: 'Drop it for good? Its times, scores and notes will be gone.',
              yes: 'Drop it',
              no: 'Keep it',
            },
            actions,
          )
        : ''
    }
  </section>`;
}
