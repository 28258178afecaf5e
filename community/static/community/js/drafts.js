/* Words that were typed survive a reload, a lost tab and a server that is away: on this device and
   in this tab only.

   Reads
     form[data-keep]   a form whose text areas are kept, and the other fields that it names
   A draft is forgotten when a page of the portal follows on its form that doesn't hold the form
   any more: then it was taken. Where the browser could reach nobody, the form finds its words
   again. Without it: the browser sends the form once more when its page is reloaded.
*/
const SENT = "drafts sent"; // the drafts of the form that is on its way
const forms = [...document.querySelectorAll("form[data-keep]")];

// The same name that comments.js gives the draft of a form in place.
const nameOf = (field) =>
  `draft ${field.form.action} ${(field.name === "text" && field.form.elements.reply?.value) ?? field.name}`;

function keptFields(form) {
  const named = form.dataset.keep.split(" ").filter(Boolean);
  return [...form.elements].filter(
    (field) => field.localName === "textarea" || named.includes(field.name),
  );
}

function bring(field, wasSent) {
  const draft = sessionStorage.getItem(nameOf(field));
  if (draft && draft !== field.value && (wasSent || !field.value)) {
    field.value = draft;
    field.dispatchEvent(new Event("input"));
  }
  field.addEventListener("input", () => {
    try {
      sessionStorage.setItem(nameOf(field), field.value);
    } catch {} // storage is full
  });
}

try {
  const sent = JSON.parse(sessionStorage.getItem(SENT) ?? "[]");
  const here = new Set();
  for (const field of forms.flatMap(keptFields)) {
    here.add(nameOf(field));
    bring(field, sent.includes(nameOf(field)));
  }
  if (!sent.some((name) => here.has(name))) {
    for (const name of sent) sessionStorage.removeItem(name);
  }
  sessionStorage.removeItem(SENT);
  for (const form of forms) {
    form.addEventListener("submit", () => {
      try {
        sessionStorage.setItem(SENT, JSON.stringify(keptFields(form).map(nameOf)));
      } catch {} // storage is full
    });
  }
} catch {} // storage is switched off
