/* Photos and films that are sent one by one, each with its progress and its own answer.

   Reads
     form[data-contribute]     the form; data-done is where to go when all files are taken
     data-label-*              sentences; {name} and {percent} are filled in
     [data-uploads]            the list in which the chosen files stand
     [data-status]             what screen readers hear
   Several files get a title each. Files that were taken are not sent again.
   Without it: the form sends all files together, and the page says what became of each.
*/
const form = document.querySelector("form[data-contribute]");
const list = form?.querySelector("[data-uploads]");
const status = form?.querySelector("[data-status]");
const input = form?.elements.files;
const LARGEST = 110 * 1024 * 1024; // bytes: more than any kind may have

let rows = []; // { file, item, title, progress, told, taken }

const fill = (sentence, values) =>
  sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

function element(name, properties = {}, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

function rowFor(file, number, several) {
  const name = element("b", { className: "uploads__name", textContent: file.name });
  const told = element("p", { className: "uploads__told" });
  const progress = element("progress", { max: 100, value: 0, hidden: true });
  progress.setAttribute("aria-label", file.name);
  const item = element("li", { className: "uploads__file" }, name);
  let title = null;
  if (several) {
    title = element("input", { className: "input", maxLength: 120, id: `title-of-${number}` });
    const words = fill(form.dataset.labelTitle, { name: file.name });
    item.append(element("label", { className: "vh", htmlFor: title.id, textContent: words }), title);
    title.placeholder = words;
  }
  item.append(progress, told);
  return { file, item, title, progress, told, taken: false };
}

function choose() {
  const files = [...input.files];
  rows = files.map((file, number) => rowFor(file, number, files.length > 1));
  list.replaceChildren(...rows.map((row) => row.item));
}

function say(row, words, kind) {
  row.told.textContent = words;
  row.item.dataset.state = kind;
}

function send(row) {
  const data = new FormData(form);
  data.delete("files");
  data.set("files", row.file, row.file.name);
  if (row.title?.value.trim()) data.set("title", row.title.value.trim());
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("X-Requested-With", "fetch");
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      const percent = Math.floor((100 * loaded) / total);
      row.progress.value = percent;
      say(row, fill(form.dataset.labelSending, { name: row.file.name, percent }), "sending");
    });
    request.addEventListener("loadend", () => {
      const answer = request.response;
      if (answer?.told) {
        resolve(answer);
        return;
      }
      const large = request.status === 413;
      resolve({ taken: false, told: large ? form.dataset.labelLarge : form.dataset.labelFailed });
    });
    request.send(data);
  });
}

async function sendAll() {
  form.setAttribute("aria-busy", "true");
  const button = form.querySelector("button[type=submit]");
  button.disabled = true;
  for (const row of rows.filter(({ taken }) => !taken)) {
    if (row.file.size > LARGEST) {
      say(row, form.dataset.labelLarge, "failed");
      continue;
    }
    row.progress.hidden = false;
    status.textContent = fill(form.dataset.labelSending, { name: row.file.name, percent: 0 });
    const answer = await send(row); // one after the other: a phone's line is narrow
    row.taken = answer.taken;
    row.progress.hidden = true;
    say(row, answer.told, answer.taken ? "taken" : "failed");
    status.textContent = `${row.file.name}: ${answer.told}`;
  }
  button.disabled = false;
  form.removeAttribute("aria-busy");
  if (rows.every(({ taken }) => taken)) {
    location.assign(form.dataset.done);
    return;
  }
  status.textContent = form.dataset.labelSome;
  list.querySelector("[data-state=failed]")?.scrollIntoView({ block: "center" });
}

if (form && input) {
  input.addEventListener("change", choose);
  if (input.files.length) choose();
  // Before the guard against sending twice, which listens on the form itself.
  document.addEventListener(
    "submit",
    (event) => {
      if (event.target !== form) return;
      // Without a file, or with a box that is not ticked, the page says what is missing.
      // Where each file has a title of its own, none is needed for all.
      const titled = rows.every(({ title, taken }) => taken || title?.value.trim());
      const asked = [...form.elements].filter((field) => !(titled && field.name === "title"));
      const incomplete = !rows.length || asked.some((field) => !field.checkValidity());
      if (incomplete) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (form.getAttribute("aria-busy") !== "true") sendAll();
    },
    true,
  );
}
