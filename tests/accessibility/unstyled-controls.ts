import type { Page } from 'playwright-core';

export function unstyledControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const natural = frame.contentDocument;
    if (natural === null) throw new Error('The frame has no document.');
    const lookOf = (control: Element): string => {
      const style = getComputedStyle(control);
      const { paddingInlineStart, borderTopWidth, borderTopStyle, borderTopLeftRadius } = style;
      return [paddingInlineStart, borderTopWidth, borderTopStyle, borderTopLeftRadius].join(' ');
    };
    const controls = document.querySelectorAll(
      'button, select, textarea, input:not([type=checkbox], [type=radio], [type=range], [type=file])',
    );
    const bare = [...controls].filter((control) => {
      if (!control.checkVisibility()) return false;
      const plain = natural.createElement(control.localName);
      plain.setAttribute('type', control.getAttribute('type') ?? '');
      natural.body.append(plain);
      return lookOf(control) === lookOf(plain);
    });
    frame.remove();
    return bare.map(({ localName, textContent }) => `${localName} ${textContent}`.trim());
  });
}
