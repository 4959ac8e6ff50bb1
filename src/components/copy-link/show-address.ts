/** Shows an address that could not be copied, so that it can be copied by hand. */
export function showAddress(address: string, status: HTMLElement): void {
  const field = document.createElement('input');
  field.readOnly = true;
  field.value = address;
  field.setAttribute('aria-label', 'Address');
  status.replaceChildren('Could not copy. The address is: ', field);
  field.select();
}
