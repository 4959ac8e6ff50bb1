/** Downloads a text as a file; nothing leaves the device. */
export function saveFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the text by the time that the next task runs; Safari needs a little more.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
