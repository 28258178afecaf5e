/* Taking part without leaving the campaign's page.

   Reads
     a[data-pledge]       the link to the form; data-failed are words for when it can't be sent
     [data-pledge-here]   where the form opens
   The form is fetched from its own page, which is in no cache, with a token of its own: the page
   around it is the same for everybody. What is wrong with the form is said by that page too.
   Without it: the link leads to the page with the form.
*/
const HEADERS = { "X-Requested-With": "fetch" };

async function load(url, options = {}) {
  const response = await fetch(url, {
    credentials: "same-origin",
    cache: "no-store",
    signal: AbortSignal.timeout(15_000),
    ...options,
    headers: HEADERS,
  });
  const type = response.headers.get("Content-Type") ?? "";
  if (type.startsWith("application/json")) return { json: await response.json() };
  if (!type.startsWith("text/html")) return {};
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return { form: page.querySelector("[data-pledge-form]") };
}

function complain(form, words) {
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

for (const link of document.querySelectorAll("a[data-pledge]")) {
  const place = link.closest("[data-pledge-here]");
  if (!place) continue;

  const show = (form) => {
    form.addEventListener("submit", send);
    place.replaceChildren(form);
    (form.querySelector("#errors") ?? form.querySelector("input:not([type=hidden]), textarea")).focus();
  };

  const send = async (event) => {
    const form = event.currentTarget;
    event.preventDefault();
    if (form.getAttribute("aria-busy") === "true") return;
    form.setAttribute("aria-busy", "true");
    try {
      const { json, form: answer } = await load(form.action, {
        method: "POST",
        body: new FormData(form, event.submitter),
      });
      if (json) location.assign(json.url);
      else if (answer) show(answer);
      else throw new Error();
    } catch {
      complain(form, link.dataset.failed); // offline, too slow, or refused: the words stay
    } finally {
      form.removeAttribute("aria-busy");
    }
  };

  link.addEventListener("click", async (event) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    try {
      const { form } = await load(link.href);
      if (!form) throw new Error();
      show(form);
    } catch {
      location.assign(link.href);
    }
  });
}
