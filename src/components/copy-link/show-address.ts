/** Shows a text that couldn't be copied, so that the reader can copy it by hand. */
export function showAddress(address: string, status: HTMLElement): void {
  const field = document.createElement('input');
  field.readOnly = true;
  field.value = address;
  field.setAttribute('aria-label', 'Link');
  status.replaceChildren('We couldn’t copy it. Copy it from here: ', field);
  field.select();
}
