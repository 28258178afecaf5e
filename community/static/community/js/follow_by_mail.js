/* Opens a guest's form where its link stands: to follow by mail, or to ask for an accessible copy.

   Reads
     [data-follow-by-mail]   holds the link to the form; data-failed of the link are words
     [data-follow-form]      the form on its own page, which is in no cache
     [data-follow-done]      what that page's answer tells once a link is on its way
   What is wrong with the form is said by its own page too. A member's answer leads elsewhere, and
   is followed there. puzzle.js stands beside it. Without it: the link leads to the form's page.
*/
let opened = 0;

async function load(url, options = {}) {
  const response = await fetch(url, {
    credentials: "same-origin",
    cache: "no-store",
    signal: AbortSignal.timeout(15_000),
    ...options,
  });
  const type = response.headers.get("Content-Type") ?? "";
  if (!type.startsWith("text/html")) throw new TypeError("not a page");
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return { response, page };
}

function renumber(form) {
  // The page around may know the same ids.
  opened += 1;
  const ids = new Map();
  for (const element of form.querySelectorAll("[id]")) {
    ids.set(element.id, `${element.id}-f${opened}`);
    element.id = ids.get(element.id);
  }
  for (const label of form.querySelectorAll("[for]")) {
    label.htmlFor = ids.get(label.htmlFor) ?? label.htmlFor;
  }
  for (const one of form.querySelectorAll("[aria-describedby]")) {
    const names = one.getAttribute("aria-describedby").split(" ");
    one.setAttribute("aria-describedby", names.map((id) => ids.get(id) ?? id).join(" "));
  }
}

function complain(place, link) {
  let notice = place.querySelector("[data-complaint]");
  if (!notice) {
    notice = document.createElement("p");
    notice.className = "error";
    notice.dataset.complaint = "";
    notice.setAttribute("role", "alert");
    place.append(notice);
  }
  notice.textContent = link.dataset.failed;
}

function show(place, link, form, errors) {
  renumber(form);
  place.querySelector("[data-complaint]")?.remove();
  place.querySelector("[data-follow-form]")?.remove();
  if (errors) {
    for (const anchor of errors.querySelectorAll("a")) anchor.replaceWith(anchor.textContent);
    errors.removeAttribute("id");
    form.prepend(errors);
  }
  link.setAttribute("aria-expanded", "true");
  place.append(form);
  form.addEventListener("submit", (event) => send(event, place, link));
  const first = form.querySelector("[aria-invalid], [type=radio], [type=email], button");
  first?.focus();
}

async function send(event, place, link) {
  const form = event.currentTarget;
  event.preventDefault();
  if (form.dataset.sending) return;
  form.dataset.sending = "1";
  try {
    const { response, page } = await load(form.action, {
      method: "POST",
      body: new FormData(form, event.submitter),
    });
    const done = page.querySelector("[data-follow-done]");
    const again = page.querySelector("[data-follow-form]");
    if (done) {
      form.replaceWith(done);
      done.tabIndex = -1;
      done.focus();
      link.hidden = true;
    } else if (again) {
      show(place, link, again, page.querySelector(".notice--error"));
    } else if (response.ok && response.redirected) {
      window.location.assign(response.url);
    } else {
      // Too often, or a page that tells it better than these lines.
      const words = page.querySelector("main .lede, main p");
      complain(place, link);
      if (words) place.querySelector("[data-complaint]").textContent = words.textContent;
    }
  } catch {
    complain(place, link);
  } finally {
    delete form.dataset.sending;
  }
}

for (const place of document.querySelectorAll("[data-follow-by-mail]:not([data-ready])")) {
  const link = place.querySelector("a");
  place.dataset.ready = "1";
  link.setAttribute("aria-expanded", "false");
  link.setAttribute("role", "button");
  link.addEventListener("click", async (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const open = place.querySelector("[data-follow-form]");
    if (open) {
      open.remove();
      link.setAttribute("aria-expanded", "false");
      return;
    }
    try {
      const { page } = await load(link.href);
      const form = page.querySelector("[data-follow-form]");
      if (!form) throw new TypeError("no form");
      show(place, link, form);
    } catch {
      window.location.assign(link.href);
    }
  });
  link.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    link.click();
  });
}
