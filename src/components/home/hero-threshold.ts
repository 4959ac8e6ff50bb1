import { alertsText, pointAt } from './hero-curve.ts';

export class HeroThresholdElement extends HTMLElement {
  connectedCallback(): void {
    const slider = this.querySelector('input');
    if (slider === null) return;
    slider.oninput = () => this.#show(slider.valueAsNumber);
  }

  #show(threshold: number): void {
    const { x, y, ...counts } = pointAt(threshold);
    const result = alertsText(counts);
    for (const [name, value] of Object.entries({ threshold, ...counts, result })) {
      const element = document.querySelector(`[data-hero="${name}"]`);
      if (element !== null) element.textContent = String(value);
    }
    document.querySelector('[data-cross]')?.setAttribute('d', `M0 ${y}H${x}V460`);
    for (const dot of document.querySelectorAll('.curve circle')) {
      dot.setAttribute('cx', String(x));
      dot.setAttribute('cy', String(y));
    }
  }
}
