/* Leads from a gap that the preflight names to the field that fills it.

   Reads
     #preflight-<field>   in the address: after a click in the list, or from another page
     [data-contentpath]   the fields of Wagtail's editor
   The field may stand in another tab, or in a panel that is folded.
*/
const PREFIX = "#preflight-";
const FIELDS = "input:not([type=hidden]), textarea, select, [contenteditable=true], button";

function lead() {
  if (!window.location.hash.startsWith(PREFIX)) return;
  const name = CSS.escape(window.location.hash.slice(PREFIX.length));
  const field = document.querySelector(`[data-contentpath="${name}"]`);
  if (!field) return;
  const tab = field.closest("[role=tabpanel]")?.getAttribute("aria-labelledby");
  if (tab) document.getElementById(tab)?.click();
  field.closest("[data-panel]")?.querySelector("[data-panel-toggle][aria-expanded=false]")?.click();
  show(field);
}

function show(field, tries = 40) {
  const seen = [...field.querySelectorAll(FIELDS)].find((element) => element.offsetParent);
  // A tab opens a moment after it was chosen.
  if (!seen && tries) {
    window.setTimeout(show, 50, field, tries - 1);
    return;
  }
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  field.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  seen?.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.(`a[href*="${PREFIX}"]`);
  // A second click on the same gap changes no address.
  if (link && link.hash === window.location.hash) window.setTimeout(lead);
});
window.addEventListener("hashchange", lead);
// Wagtail's own scripts choose the first tab, and put editors in the place of fields.
window.addEventListener("load", () => window.setTimeout(lead, 300));
