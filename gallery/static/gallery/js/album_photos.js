/* Photos of an album in the editor: dropped or chosen many at a time, counted, moved by keyboard.

   Reads, on [data-photo-drop], whose value is the prefix of the formset of photos
     data-options     what Wagtail's MultipleChooserPanel was made with, as JSON
     data-url         where each file is sent; empty where the person may add no pictures
     data-…           words for what happens
   inside it
     [data-photo-files]    the field that files are chosen with
     [data-for-all]        fields sent with each file, or put into each photo (place)
     [data-photo-results]  a list that gets a line for each file
     [data-photo-sum], [data-photo-missing], [data-photo-moved]   what is told about all
   Each file is sent by itself, two at a time: one that fails holds up no other, and can be sent
   again. A photo that has arrived is in the library, whatever becomes of the page.
*/
const AT_ONCE = 2;

function element(name, properties = {}, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

const fill = (words, ...numbers) => numbers.reduce((text, number) => text.replace("%d", number), words);

class PhotoDrop {
  constructor(root) {
    this.root = root;
    this.words = root.dataset;
    this.prefix = root.dataset.photoDrop;
    this.forms = document.getElementById(`${this.prefix}-FORMS`);
    this.waiting = [];
    this.queue = []; // what was chosen and has no place yet, in the order of choosing
    this.running = 0;
    this.sent = 0;
    this.added = 0;
    if (root.dataset.url) this.takeFiles();
    this.followWords();
    this.followMoves();
  }

  // Wagtail's own panel is at work already; this one only adds forms to it.
  get panel() {
    if (!this._panel) {
      this._panel = new window.MultipleChooserPanel(JSON.parse(this.words.options), false);
      this._panel.initialFocus = () => {}; // the focus stays where the person is
    }
    return this._panel;
  }

  get photos() {
    return [...this.forms.children].filter((form) => !form.classList.contains("deleted"));
  }

  // Files ---------------------------------------------------------------------------------

  takeFiles() {
    const zone = this.root.querySelector("fieldset");
    const files = this.root.querySelector("[data-photo-files]");
    this.results = this.root.querySelector("[data-photo-results]");
    this.sum = this.root.querySelector("[data-photo-sum]");
    files.addEventListener("change", () => {
      this.add(files.files);
      files.value = "";
    });
    for (const name of ["dragenter", "dragover"]) {
      zone.addEventListener(name, (event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        zone.classList.add("photo-drop__zone--over");
      });
    }
    zone.addEventListener("dragleave", (event) => {
      if (!zone.contains(event.relatedTarget)) zone.classList.remove("photo-drop__zone--over");
    });
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      zone.classList.remove("photo-drop__zone--over");
      this.add(event.dataTransfer.files);
    });
    window.addEventListener("beforeunload", (event) => {
      if (this.running) event.preventDefault();
    });
  }

  add(files) {
    for (const file of files) {
      const bar = element("progress", { max: 100, value: 0 });
      bar.setAttribute("aria-label", file.name);
      const state = element("span", { className: "photo-drop__state", textContent: this.words.waiting });
      const name = element("span", { className: "photo-drop__name", textContent: file.name });
      const line = element("li", {}, name, bar, state);
      this.results.append(line);
      this.sent += 1;
      this.line({ file, line, bar, state });
    }
    this.tellSum();
    this.sendNext();
  }

  line(upload) {
    upload.answer = undefined;
    this.waiting.push(upload);
    this.queue.push(upload);
  }

  // Photos are put in place as they were chosen, whichever arrives first.
  settle(upload, answer) {
    upload.answer = answer;
    while (this.queue.length && this.queue[0].answer !== undefined) {
      const next = this.queue.shift();
      if (next.answer) this.place(next, next.answer);
    }
  }

  sendNext() {
    while (this.running < AT_ONCE && this.waiting.length) this.send(this.waiting.shift());
  }

  send(upload) {
    const { file, line, bar, state } = upload;
    const body = new FormData();
    body.append("file", file);
    for (const field of this.root.querySelectorAll("[data-for-all]")) body.append(field.dataset.forAll, field.value);
    upload.place = this.root.querySelector("[data-for-all=place]")?.value ?? "";
    const request = new XMLHttpRequest();
    request.open("POST", this.words.url);
    request.responseType = "json";
    request.setRequestHeader("X-CSRFToken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) bar.value = (100 * event.loaded) / event.total;
      if (event.loaded === event.total) state.textContent = this.words.working;
    });
    const done = (act) => () => {
      this.running -= 1;
      act();
      this.tellSum();
      this.sendNext();
    };
    request.addEventListener("load", done(() => {
      if (request.status === 201) this.settle(upload, request.response);
      else this.fail(upload, request.response?.errors?.join(" ") || this.words.failed);
    }));
    for (const name of ["error", "abort", "timeout"]) {
      request.addEventListener(name, done(() => this.fail(upload, this.words.lost)));
    }
    line.className = "";
    bar.hidden = false;
    state.textContent = this.words.sending;
    this.running += 1;
    request.send(body);
  }

  place({ line, bar, state, place }, { chosen, taken_on: takenOn }) {
    const { panel } = this;
    panel.addForm();
    const field = `${this.prefix}-${panel.formCount - 1}`;
    panel.chooserWidgetFactory.getById(`${field}-${panel.opts.chooserFieldName}`).setStateFromModalData(chosen);
    for (const [name, value] of [["place", place], ["taken_on", takenOn]]) {
      const input = document.getElementById(`${field}-${name}`);
      if (!input || !value) continue;
      input.value = value;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
    this.added += 1;
    bar.remove();
    line.className = "photo-drop__done";
    state.textContent = fill(this.words.added, this.photos.length);
  }

  fail(upload, words) {
    const { line, bar, state, file } = upload;
    this.settle(upload, null);
    bar.hidden = true;
    line.className = "photo-drop__failed";
    state.textContent = words;
    const again = element("button", { type: "button", className: "button button-small", textContent: this.words.again });
    const dismiss = element("button", {
      type: "button", className: "button button-small button-secondary", textContent: this.words.dismiss,
    });
    for (const button of [again, dismiss]) button.setAttribute("aria-label", `${button.textContent}: ${file.name}`);
    const buttons = element("span", { className: "photo-drop__buttons" }, again, dismiss);
    again.addEventListener("click", () => {
      buttons.remove();
      this.line(upload);
      this.sendNext();
    });
    dismiss.addEventListener("click", () => {
      const next = line.nextElementSibling ?? line.previousElementSibling;
      line.remove();
      this.sent -= 1;
      this.tellSum();
      (next?.querySelector("button") ?? this.root.querySelector("[data-photo-files]")).focus();
    });
    line.append(buttons);
  }

  tellSum() {
    this.sum.textContent = this.sent ? fill(this.words.sum, this.added, this.sent) : "";
  }

  // Words ---------------------------------------------------------------------------------

  followWords() {
    const note = this.root.querySelector("[data-photo-missing]");
    const lacking = () => this.photos.filter((photo) => {
      const words = photo.querySelector("[name$=-alt_text]");
      return words && !words.value.trim() && !photo.querySelector("[name$=-is_decorative]")?.checked;
    });
    const tell = () => {
      const found = lacking();
      note.hidden = !found.length;
      note.querySelector("span").textContent =
        found.length === 1 ? this.words.missingOne : fill(this.words.missing, found.length);
      for (const photo of this.photos) {
        const count = photo.querySelector("[data-inline-panel-child-count]");
        const mark = photo.querySelector(".photo-drop__lacks");
        if (!found.includes(photo)) mark?.remove();
        else if (!mark) {
          count?.after(element("span", { className: "photo-drop__lacks", textContent: ` – ${this.words.lacks}` }));
        }
      }
    };
    note.querySelector("button").addEventListener("click", () => {
      const field = lacking()[0]?.querySelector("[name$=-alt_text]");
      field?.scrollIntoView({ block: "center" });
      field?.focus({ preventScroll: true });
    });
    for (const name of ["input", "change"]) this.forms.addEventListener(name, tell);
    for (const name of ["w-formset:added", "w-formset:removed"]) this.forms.addEventListener(name, tell);
    tell();
  }

  // Order ---------------------------------------------------------------------------------

  followMoves() {
    const told = this.root.querySelector("[data-photo-moved]");
    this.forms.addEventListener("click", (event) => {
      const button = event.target.closest("[data-inline-panel-child-move-up], [data-inline-panel-child-move-down]");
      if (!button) return;
      const photo = button.closest("[data-inline-panel-child]");
      // An element that changes its place loses the focus; the other way is left at either end.
      const other = button.hasAttribute("data-inline-panel-child-move-up") ? "down" : "up";
      const next = button.disabled ? photo.querySelector(`[data-inline-panel-child-move-${other}]`) : button;
      next.focus({ preventScroll: true });
      photo.scrollIntoView({ block: "nearest" });
      const { photos } = this;
      told.textContent = fill(this.words.moved, photos.indexOf(photo) + 1, photos.length);
    });
  }
}

for (const root of document.querySelectorAll("[data-photo-drop]")) new PhotoDrop(root);
