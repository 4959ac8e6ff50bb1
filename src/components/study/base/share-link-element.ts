import { ShareLinkElement } from './share-link.ts';

if (customElements.get('share-link') === undefined) {
  customElements.define('share-link', ShareLinkElement);
}
