/* Comments in place: answering, posting, liking without leaving the page.

   Reads
     [data-comments]          the section; data-personal is the address of what is the member's own,
                              data-posted, data-waits, data-failed, data-edit, data-delete are words,
                              data-opener is the comment whose replies are the list itself, if any
     [data-write]             links to the form for a new comment; data-reply on those for an answer
     [data-like]              links to the page with the button "Helpful"
     [data-write-here]        where the form for a new comment opens
     [data-thread]            the list that a new comment is added to
     [data-said]              a status that screen readers hear
     cookie member=1          a hint without any secret: somebody is signed in on this browser
   The form is fetched from its own page, which is in no cache, with a token of its own. What is
   wrong with it is said by that page too, so the words and the text are the same in both ways.
   Without it: each link leads to a page that does the same.
*/
const HEADERS = { "X-Requested-With": "fetch" };
const section = document.querySelector("[data-comments]");
const signedIn = document.cookie.split("; ").includes("member=1");

async function load(url, options = {}) {
  const response = await fetch(url, {
    credentials: "same-origin",
    cache: "no-store",
    ...options,
    headers: { ...HEADERS, ...options.headers },
  });
  const type = response.headers.get("Content-Type") ?? "";
  if (type.startsWith("application/json")) return { response, json: await response.json() };
  if (!type.startsWith("text/html")) return { response };
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return { response, form: page.querySelector("[data-comment-form]"), page };
}

// Words that were typed survive a reload or a lost tab, on this device and in this tab only.
const drafts = {
  key: (form) => `draft ${form.action} ${form.elements.reply?.value ?? ""}`,
  keep(form) {
    try {
      sessionStorage.setItem(this.key(form), form.elements.text.value);
    } catch {} // storage is full or switched off
  },
  bring(form) {
    try {
      const kept = sessionStorage.getItem(this.key(form));
      if (kept && !form.elements.text.value) form.elements.text.value = kept;
    } catch {}
  },
  drop(form) {
    try {
      sessionStorage.removeItem(this.key(form));
    } catch {}
  },
};

function say(words) {
  const status = section.querySelector("[data-said]");
  status.textContent = "";
  // A status that is emptied and filled at once would not be heard the second time.
  setTimeout(() => {
    status.textContent = words;
  }, 100);
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

function countLeft(form) {
  const area = form.elements.text;
  const out = form.querySelector(`#${CSS.escape(area.id)}-left`);
  if (!out || !area.dataset.left) return;
  const tell = () => {
    const left = area.maxLength - area.value.length;
    out.textContent = area.dataset.left.replace(
      "{n}",
      left.toLocaleString(document.documentElement.lang || undefined),
    );
  };
  area.addEventListener("input", tell);
  tell();
}

// Several forms may be open at once: each gets ids of its own.
let opened = 0;
function adopt(form) {
  opened += 1;
  for (const element of form.querySelectorAll("[id]")) {
    const old = element.id;
    const fresh = `${old}-${opened}`;
    element.id = fresh;
    for (const label of form.querySelectorAll(`[for="${CSS.escape(old)}"]`)) label.htmlFor = fresh;
    for (const other of form.querySelectorAll("[aria-describedby]")) {
      other.setAttribute(
        "aria-describedby",
        other
          .getAttribute("aria-describedby")
          .split(" ")
          .map((id) => (id === old ? fresh : id))
          .join(" "),
      );
    }
  }
  const area = form.elements.text;
  const left = form.querySelector('[id*="-left"]');
  if (left) {
    const [hint] = (area.getAttribute("aria-describedby") ?? "").split(" ");
    left.id = `${area.id}-left`;
    area.setAttribute("aria-describedby", `${hint} ${left.id}`);
  }
  form.addEventListener("submit", send);
  area.addEventListener("input", () => drafts.keep(form));
  return form;
}

function show(form, old) {
  adopt(form);
  if (old) {
    form.linkThatOpened = old.linkThatOpened;
    old.replaceWith(form);
  }
  drafts.bring(form);
  countLeft(form);
  return form;
}

async function send(event) {
  const form = event.currentTarget;
  event.preventDefault();
  if (form.getAttribute("aria-busy") === "true") return;
  form.setAttribute("aria-busy", "true");
  const data = new FormData(form, event.submitter);
  try {
    const { response, json, form: answer, page } = await load(form.action, {
      method: "POST",
      body: data,
      signal: AbortSignal.timeout(15_000),
    });
    if (json) {
      stored(form, json);
    } else if (answer) {
      const preview = page.querySelector("section[aria-labelledby='preview']");
      form.parentElement.querySelector("[data-preview]")?.remove();
      show(answer, form);
      if (answer.dataset.renewed !== undefined && !form.dataset.renewed) {
        // Its token was too old, as after signing in elsewhere: once more, with the new one.
        answer.dataset.renewed = "again";
        answer.requestSubmit(answer.querySelector(`[name="${event.submitter?.name}"]`) ?? undefined);
        return;
      }
      if (preview) {
        preview.dataset.preview = "";
        preview.querySelector("h2").removeAttribute("id");
        preview.removeAttribute("aria-labelledby");
        answer.before(preview);
      }
      (answer.querySelector("#errors, [role='alert']") ?? answer.elements.text).focus();
    } else {
      throw new Error(`${response.status}`);
    }
  } catch {
    complain(form, section.dataset.failed); // offline, too slow, or refused: the words stay
  } finally {
    form.removeAttribute("aria-busy");
  }
}

function stored(form, { id, parent, waits, url, html }) {
  drafts.drop(form);
  if (waits) {
    // The author's own page shows the words and tells why they wait.
    say(section.dataset.waits);
    location.assign(url);
    return;
  }
  const item = new DOMParser().parseFromString(`<ol>${html}</ol>`, "text/html").querySelector("li");
  const isListed = String(parent) === section.dataset.opener;
  const above = parent && !isListed && document.getElementById(`comment-${parent}`)?.closest("li");
  let list = section.querySelector("[data-thread]");
  if (above) {
    list = above.querySelector(":scope > .thread");
    if (!list) {
      list = document.createElement("ol");
      list.className = "thread";
      above.append(list);
    }
  }
  form.parentElement.querySelector("[data-preview]")?.remove();
  const link = form.linkThatOpened;
  form.remove();
  if (link) {
    link.hidden = false;
    link.removeAttribute("aria-expanded");
  }
  list.append(item);
  const article = document.getElementById(`comment-${id}`);
  article.classList.add("comment--new");
  article.focus({ preventScroll: true });
  article.scrollIntoView({ block: "center" });
  say(section.dataset.posted);
  personalise().catch(() => {});
}

async function open(link) {
  const article = link.dataset.reply && link.closest(".comment");
  const place = article ?? section.querySelector("[data-write-here]");
  const known = place?.querySelector(":scope > form");
  if (known) {
    known.elements.text.focus();
    return;
  }
  let form;
  try {
    ({ form } = await load(link.href, { signal: AbortSignal.timeout(8_000) }));
  } catch {}
  if (!form || !place) {
    location.assign(link.href); // the page says what is to be done first: sign in, mostly
    return;
  }
  form.linkThatOpened = link;
  if (article) article.append(form);
  else place.replaceChildren(form);
  show(form);
  form.elements.text.focus();
}

async function like(link) {
  const token = await load(link.href, { signal: AbortSignal.timeout(8_000) });
  const field = token.page?.querySelector("[name='csrfmiddlewaretoken']");
  if (!field || token.response.redirected) {
    location.assign(link.href);
    return;
  }
  const body = new FormData();
  body.set("csrfmiddlewaretoken", field.value);
  body.set("liked", link.getAttribute("aria-pressed") === "true" ? "0" : "1");
  const { json } = await load(link.href, { method: "POST", body });
  if (!json) {
    location.assign(link.href);
    return;
  }
  link.setAttribute("aria-pressed", String(json.liked));
  link.querySelector(".num").textContent = json.likes || "";
}

async function personalise() {
  const { json } = await load(section.dataset.personal);
  if (!json?.member) return;
  for (const link of document.querySelectorAll("[data-like]")) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-pressed", String(json.liked.includes(Number(link.dataset.like))));
  }
  for (const [id, urls] of Object.entries(json.own)) {
    const row = document.querySelector(`#comment-${id} .comment__do`);
    if (!row || row.querySelector("[data-own]")) continue;
    row.querySelector("[data-like]")?.remove();
    row.querySelector("[href$='/report/']")?.remove();
    for (const name of ["edit", "delete"]) {
      if (!urls[name]) continue;
      const link = document.createElement("a");
      link.className = "link-btn";
      link.dataset.own = "";
      link.href = urls[name];
      link.textContent = section.dataset[name];
      row.append(link);
    }
  }
}

if (section) {
  // Also the words that open a discussion, which stand above the section.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-write], a[data-reply], a[data-like]");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (link.dataset.like) like(link).catch(() => location.assign(link.href));
    else open(link);
  });
  document.addEventListener("keydown", (event) => {
    const link = event.target.closest("a[data-like][role='button']");
    if (!link || event.key !== " ") return;
    event.preventDefault();
    link.click();
  });
  if (signedIn) personalise().catch(() => {}); // offline: the links still work
}
