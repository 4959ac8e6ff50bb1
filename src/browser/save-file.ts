export function saveFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser starts reading the text in the next task, but Safari needs longer.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
