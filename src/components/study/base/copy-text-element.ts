import { CopyTextElement } from './copy-text.ts';

if (customElements.get('copy-text') === undefined) {
  customElements.define('copy-text', CopyTextElement);
}
