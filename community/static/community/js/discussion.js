/* A preview of a discussion that leaves the page, and the chosen picture, where they are.

   Reads
     [data-discussion-form]   the form; data-failed are words for when the preview can't be had
     button[name="preview"]   asks for it
     [data-preview]           the preview, on the page that answers
   Without it: the page is sent, and comes back with the preview; the picture is chosen again.
*/
const form = document.querySelector("[data-discussion-form]");

function complain(words) {
  let notice = form.querySelector("[data-complaint]");
  if (!notice) {
    notice = document.createElement("p");
    notice.className = "error";
    notice.dataset.complaint = "";
    notice.setAttribute("role", "alert");
    form.prepend(notice);
  }
  notice.textContent = words;
}

async function ask() {
  const data = new FormData(form);
  data.delete("picture");
  data.delete("picture_alt");
  data.set("preview", "1");
  const response = await fetch(form.action, {
    method: "POST",
    body: data,
    credentials: "same-origin",
    signal: AbortSignal.timeout(15_000),
  });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return page.querySelector("[data-preview]");
}

async function preview(event) {
  // What a page complains of goes with the page.
  const complains = form.dataset.plain || document.querySelector("#errors");
  if (event.submitter?.name !== "preview" || complains) return;
  event.preventDefault();
  event.stopImmediatePropagation(); // else the guard would hold the form as sent
  if (form.getAttribute("aria-busy") === "true") return;
  form.setAttribute("aria-busy", "true");
  try {
    const shown = await ask();
    if (!shown) {
      // Something is to be mended: the page says what, beside each field.
      form.dataset.plain = "1";
      form.requestSubmit(event.submitter);
      return;
    }
    document.querySelector("[data-preview]")?.remove();
    form.querySelector("[data-complaint]")?.remove();
    shown.tabIndex = -1;
    form.before(shown);
    shown.focus();
  } catch {
    complain(form.dataset.failed); // offline or too slow: the words stay
  } finally {
    form.removeAttribute("aria-busy");
  }
}

if (form) {
  // Before the guard against sending twice, which listens on the form itself.
  document.addEventListener("submit", (event) => {
    if (event.target === form) preview(event);
  }, { capture: true });
}
