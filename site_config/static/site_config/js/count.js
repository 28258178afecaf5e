/* Characters left in a long answer.

   Reads
     textarea[maxlength][data-left]   the sentence, with {n} for the number: "{n} characters left"
     #<id of the textarea>-left       where it is shown; until then it holds the limit in words
   Screen readers hear the number when the reader pauses, not at every key.
   Without it: the limit stands in words and the browser keeps it.
*/
const PAUSE = 1000; // milliseconds without a key

for (const area of document.querySelectorAll("textarea[maxlength][data-left]")) {
  const out = document.getElementById(`${area.id}-left`);
  if (!out) continue;
  const spoken = document.createElement("span");
  spoken.className = "vh";
  spoken.setAttribute("role", "status");
  out.after(spoken);
  let timer;
  const sentence = () =>
    area.dataset.left.replace("{n}", (area.maxLength - area.value.length).toLocaleString(
      document.documentElement.lang || undefined,
    ));
  const tell = () => {
    out.textContent = sentence();
    clearTimeout(timer);
    timer = setTimeout(() => {
      spoken.textContent = out.textContent;
    }, PAUSE);
  };
  area.addEventListener("input", tell);
  out.textContent = sentence();
}
