/* Keeps the keyboard where its owner was, in choosers and in lists of texts.

   Reads: .chooser, .modal and .public-DraftEditor-content, as Wagtail writes them.
   Without it: the focus goes to the top of the page when a dialog closes, and stays in a list. */

/* Where one was before a dialog opened, and the chooser around it. */
let left = {};

function notePlace(place) {
  if (place && !place.closest('.modal')) left = { place, chooser: place.closest('.chooser') };
}

document.addEventListener('focusin', ({ target }) => notePlace(target));
/* Safari gives no focus to a button that is clicked. */
document.addEventListener('click', ({ target }) => notePlace(target.closest('button')), true);

function focusFirstShown(places) {
  [...places].find((place) => place.checkVisibility())?.focus();
}

/* Wagtail hands the focus back to what opened the dialog: to a button that has gone with its menu
   or with the emptiness of its chooser, or to a text that can't be written in yet. */
window.jQuery(document).on('hidden.bs.modal', () => {
  if (document.activeElement !== document.body) return;
  const { place, chooser } = left;
  focusFirstShown([place, ...(chooser?.querySelectorAll('button') ?? [])].filter(Boolean));
});

document.addEventListener('click', ({ target }) => {
  if (!target.closest('[data-chooser-action-clear]')) return;
  focusFirstShown(left.chooser?.querySelectorAll('button') ?? []);
});

function nestsItem({ shiftKey }) {
  const { anchorNode: node } = document.getSelection();
  const item = (node instanceof Element ? node : node?.parentElement)?.closest('li');
  if (!item) return true;
  const nested = !item.className.includes('depth0');
  return shiftKey ? nested : !nested && Boolean(item.previousElementSibling);
}

/* The editor of texts takes every Tab in a list for nesting its items, also where none is nested:
   nobody could leave the list by keyboard (WCAG 2.2, 2.1.2). */
window.addEventListener('keydown', (event) => {
  if (event.key !== 'Tab' || !event.target.closest?.('.public-DraftEditor-content')) return;
  if (!nestsItem(event)) event.stopImmediatePropagation();
}, true);
