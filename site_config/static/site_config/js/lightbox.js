/* The photo viewer: a native <dialog> over a group of pictures.

   Reads, on the group
     [data-lightbox]
     data-label-viewer, data-label-close, data-label-prev, data-label-next   words for the controls
   Reads, on each link a[data-full] of the group
     href             the page of the photo, linked from the caption
     data-full        address of the large picture
     data-caption     words under the picture (else the alt text of its thumbnail)
     data-permalink   address of this photo inside the viewer, such as "#photo-17": shown in the
                      address bar while the photo is open, and opens the viewer when it is loaded
   Keys: arrows, Home, End, Escape. Touch: swipe sideways. Right-to-left pages turn round.
   Without it: each link leads to the page of its photo.
*/
const ICONS = {
  close: "M5 5l14 14M19 5 5 19",
  prev: "M20 12H5M11 6l-6 6 6 6",
  next: "M4 12h15M13 6l6 6-6 6",
};
const SWIPE = 48; // CSS pixels: more than a tap that slips
const rtl = () => getComputedStyle(document.documentElement).direction === "rtl";

let box; // the dialog and its parts, built on first use
let state; // { group, links, at, opener, address }

function element(name, properties = {}, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", name === "close" ? "icon" : "icon icon--flip");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

function control(name, act) {
  const label = element("span");
  const button = element("button", { className: "tool", type: "button" }, label);
  button[name === "prev" ? "prepend" : "append"](icon(name));
  button.addEventListener("click", act);
  return { button, label };
}

function build() {
  const image = element("img", { className: "lightbox__image", alt: "", draggable: false });
  const caption = element("a", { className: "lightbox__caption" });
  const count = element("span", { className: "lightbox__count num" });
  const words = element("p", { className: "lightbox__text" }, caption, " ", count);
  words.setAttribute("aria-live", "polite");
  const close = control("close", () => box.dialog.close());
  const prev = control("prev", () => show(state.at - 1));
  const next = control("next", () => show(state.at + 1));
  const dialog = element(
    "dialog",
    { className: "lightbox" },
    element("div", { className: "lightbox__bar" }, words, close.button),
    image,
    element("div", { className: "lightbox__bar" }, prev.button, next.button),
  );
  close.button.autofocus = true;

  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("keydown", onKey);
  dialog.addEventListener("close", onClose);
  image.addEventListener("load", () => dialog.removeAttribute("aria-busy"));
  image.addEventListener("error", () => dialog.removeAttribute("aria-busy"));
  swipe(image);
  document.body.append(dialog);
  return { dialog, image, caption, count, close, prev, next };
}

function onKey(event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const forward = rtl() ? -1 : 1;
  const to = {
    ArrowRight: state.at + forward,
    ArrowLeft: state.at - forward,
    Home: 0,
    End: state.links.length - 1,
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  show(to);
}

function onClose() {
  box.image.removeAttribute("src");
  if (state.address !== location.href) history.replaceState(history.state, "", state.address);
  state.opener.focus({ preventScroll: false });
}

function swipe(image) {
  let start = null;
  image.addEventListener("pointerdown", (event) => {
    start = event.isPrimary ? { x: event.clientX, y: event.clientY } : null;
  });
  image.addEventListener("pointercancel", () => {
    start = null;
  });
  image.addEventListener("pointerup", (event) => {
    if (!start) return;
    const x = event.clientX - start.x;
    const y = event.clientY - start.y;
    start = null;
    if (Math.abs(x) < SWIPE || Math.abs(x) < 2 * Math.abs(y)) return;
    show(state.at + (x < 0 === !rtl() ? 1 : -1));
  });
}

function show(index) {
  const { links } = state;
  state.at = (index + links.length) % links.length;
  const link = links[state.at];
  const alt = link.querySelector("img")?.alt ?? "";
  box.dialog.setAttribute("aria-busy", "true");
  box.image.src = link.dataset.full;
  box.image.alt = alt;
  box.caption.textContent = link.dataset.caption || alt;
  box.caption.href = link.href;
  box.count.textContent = `${state.at + 1} / ${links.length}`;
  if (link.dataset.permalink) {
    history.replaceState(history.state, "", new URL(link.dataset.permalink, location.href));
  }
  for (const step of [1, -1]) {
    new Image().src = links[(state.at + step + links.length) % links.length].dataset.full;
  }
}

function open(group, link) {
  box ??= build();
  const label = group.dataset;
  const links = [...group.querySelectorAll("a[data-full]")];
  const address = new URL(location.href);
  if (link.dataset.permalink && new URL(link.dataset.permalink, address).href === address.href) {
    address.hash = ""; // opened by its own address: closing leaves the plain page
  }
  state = { group, links, at: 0, opener: link, address: address.href };
  box.dialog.setAttribute("aria-label", label.labelViewer ?? "");
  box.close.label.textContent = label.labelClose ?? "";
  box.prev.label.textContent = label.labelPrev ?? "";
  box.next.label.textContent = label.labelNext ?? "";
  box.prev.button.hidden = box.next.button.hidden = links.length < 2;
  show(links.indexOf(link));
  box.dialog.showModal();
}

for (const group of document.querySelectorAll("[data-lightbox]")) {
  group.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-full]");
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || elsewhere || event.button) return;
    event.preventDefault();
    open(group, link);
  });
}

if (location.hash) {
  for (const link of document.querySelectorAll("[data-lightbox] a[data-full][data-permalink]")) {
    if (new URL(link.dataset.permalink, location.href).href === location.href) {
      open(link.closest("[data-lightbox]"), link);
      break;
    }
  }
}
