/* Copy buttons, hidden until there is a clipboard.

   Reads
     button[data-copy][hidden]   the id of the element whose text is copied; empty: this address
     data-copied                 what to say afterwards, in the button's own [role=status]
   Without it: the buttons stay hidden.
*/
const STAY = 4000; // milliseconds the confirmation is shown

function words(button) {
  const source = button.dataset.copy && document.getElementById(button.dataset.copy);
  return source ? source.textContent.trim() : location.href;
}

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const status = button.querySelector("[role=status]");
      try {
        await navigator.clipboard.writeText(words(button));
      } catch {
        return; // the browser refused: the text is still there to be selected
      }
      if (!status) return;
      status.textContent = button.dataset.copied ?? "";
      setTimeout(() => {
        status.textContent = "";
      }, STAY);
    });
  }
}
