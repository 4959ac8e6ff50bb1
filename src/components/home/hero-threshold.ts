import { pointAt } from './hero-curve.ts';

/** The slider below the hero's curve: it moves the operating point, and the numbers follow. */
export class HeroThresholdElement extends HTMLElement {
  connectedCallback(): void {
    const slider = this.querySelector('input');
    if (slider === null) return;
    slider.oninput = () => this.#show(slider.valueAsNumber);
  }

  #show(threshold: number): void {
    const point = pointAt(threshold);
    this.#write('threshold', threshold);
    this.#write('alerts', point.alerts);
    this.#write('true', point.true);
    this.#write('missed', point.missed);
    const perCase = (point.alerts / point.true).toFixed(1);
    const result = `Among 1,000 patients: ${perCase} alerts for each true case`;
    this.#write('result', point.true === 0 ? 'No alert is true' : result);
    document.querySelector('[data-cross]')?.setAttribute('d', `M0 ${point.y}H${point.x}V460`);
    for (const dot of document.querySelectorAll('.curve circle')) {
      dot.setAttribute('cx', String(point.x));
      dot.setAttribute('cy', String(point.y));
    }
  }

  #write(name: string, value: number | string): void {
    const place = document.querySelector(`[data-hero="${name}"]`);
    if (place !== null) place.textContent = String(value);
  }
}
