import { render, type TemplateResult } from 'lit-html';

/**
 * Shows a modal dialog and removes it when it closes. Its heading must have the id `<name>-title`.
 */
export function showDialog(name: string, content: TemplateResult): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.className = `study ${name}`;
  dialog.setAttribute('aria-labelledby', `${name}-title`);
  dialog.addEventListener('close', () => dialog.remove());
  render(content, dialog);
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
