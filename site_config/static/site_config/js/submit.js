/* A guard against sending a form twice.

   Reads
     form[data-once]     its submit buttons are switched off after the first submit
     data-busy           on a button: words to show while the answer is on its way
   They come back when the page is shown again, also from the browser's history.
   Without it: the server recognises a repeated form by itself.
*/
const sent = new Set(); // forms under way
const held = new Map(); // button -> the nodes it showed before

function hold(form) {
  form.setAttribute("aria-busy", "true");
  for (const button of form.elements) {
    if (button.type !== "submit" || button.disabled) continue;
    held.set(button, [...button.childNodes]);
    button.disabled = true;
    if (button.dataset.busy) button.replaceChildren(button.dataset.busy);
  }
}

for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    sent.add(form);
    // After this turn: a disabled button would not send its own name and value.
    setTimeout(() => {
      if (event.defaultPrevented) sent.delete(form);
      else hold(form);
    });
  });
}

addEventListener("pageshow", () => {
  for (const [button, nodes] of held) {
    button.disabled = false;
    button.replaceChildren(...nodes);
  }
  for (const form of sent) form.removeAttribute("aria-busy");
  held.clear();
  sent.clear();
});
