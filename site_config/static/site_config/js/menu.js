/* The menu and other things that unfold from the header.

   Reads
     .nav[popover]           the menu; its button is [popovertarget="<id of the menu>"]
     details[data-fold]      a folding list, such as the account menu
   Does
     - closes the menu after a link to a place on the same page
     - closes either with Escape and puts the focus back on what opened it
     - closes a folding list when the reader clicks or tabs elsewhere
   Without it: the menu is a native popover and the list a native <details>; both work.
*/
const opener = (popover) => document.querySelector(`[popovertarget="${CSS.escape(popover.id)}"]`);
const folds = () => document.querySelectorAll("details[data-fold][open]");

document.addEventListener("click", (event) => {
  for (const fold of folds()) {
    if (!fold.contains(event.target)) fold.open = false;
  }
  const link = event.target.closest?.(".nav[popover] a[href]");
  if (!link) return;
  const samePage = link.hash && link.href.split("#")[0] === location.href.split("#")[0];
  const menu = link.closest("[popover]");
  if (samePage && menu.matches(":popover-open")) menu.hidePopover();
});

document.addEventListener("focusin", (event) => {
  for (const fold of folds()) {
    if (!fold.contains(event.target)) fold.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const fold of folds()) {
    fold.open = false;
    if (fold.contains(document.activeElement)) fold.querySelector("summary").focus();
  }
  const menu = document.activeElement?.closest?.(".nav[popover]");
  if (menu?.matches(":popover-open")) {
    menu.hidePopover();
    opener(menu)?.focus();
  }
});
