// Puts a ready reply into the field of words as soon as it is chosen, where nothing else was
// typed. Without this script the reply is sent as it stands.

for (const form of document.querySelectorAll("[data-ready-replies]")) {
  const choice = form.querySelector("select[name=ready]");
  const words = form.querySelector("textarea[name=words]");
  if (!choice || !words) continue;
  let put = "";
  choice.addEventListener("change", () => {
    if (words.value.trim() && words.value !== put) return;
    put = choice.selectedOptions[0].dataset.words ?? "";
    words.value = put;
    words.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
