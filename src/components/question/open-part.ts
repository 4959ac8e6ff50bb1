/** Opens the part that the fragment names, now and when it changes. */
export function openLinkedPart(): void {
  const open = (): void => {
    const part = document.getElementById(location.hash.slice(1))?.nextElementSibling;
    if (part instanceof HTMLDetailsElement) part.open = true;
  };
  open();
  addEventListener('hashchange', open);
}
