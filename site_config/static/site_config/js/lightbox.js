/* The photo viewer: a native <dialog> over a group of pictures.

   Reads, on the group
     [data-lightbox]
     data-elsewhere   where the list goes on on other pages: the address below which each of its
                      photos has its own, "/album/photo/" for "/album/photo/17/"
     data-label-viewer, data-label-close, data-label-prev, data-label-next   words for the controls
   Reads, on each link a[data-full] of the group
     href             the page of the photo, linked from the caption
     <picture>        the thumbnail: the viewer shows it in the largest size that it offers
     data-full        address of a large picture, for a thumbnail that offers no other size
     data-caption     words under the picture (else the alt text of its thumbnail)
     data-permalink   address of this photo: "#photo-17", which opens the viewer when it is loaded,
                      or that of the photo's own page. It stands in the address bar while the photo
                      is open; the way back closes the viewer, and the way forward opens it again
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
let state; // { links, at, opener, address, pushed }: pushed where the viewer is a step of its own

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
  const frame = element("div", { className: "lightbox__frame" });
  const caption = element("a", { className: "lightbox__caption" });
  const count = element("span", { className: "lightbox__count num" });
  const words = element("p", { className: "lightbox__text" }, caption, " ", count);
  words.setAttribute("aria-live", "polite");
  const close = control("close", leave);
  const prev = control("prev", () => show(state.at - 1));
  const next = control("next", () => show(state.at + 1));
  const dialog = element(
    "dialog",
    { className: "lightbox" },
    element("div", { className: "lightbox__bar" }, words, close.button),
    frame,
    element("div", { className: "lightbox__bar" }, prev.button, next.button),
  );
  close.button.autofocus = true;

  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target === frame) leave();
  });
  dialog.addEventListener("keydown", onKey);
  dialog.addEventListener("close", () => dialog.open || leave()); // after Escape
  swipe(frame);
  document.body.append(dialog);
  return { dialog, frame, caption, count, close, prev, next };
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

// Done at once, as the event of a dialog that closes comes late: a step through the history that
// is taken meanwhile would meet a viewer that is still held for open.
function leave() {
  if (!state) return;
  const { opener, address, pushed } = state;
  state = null;
  box.dialog.close();
  box.frame.replaceChildren();
  if (pushed && history.state?.viewer) history.back();
  else if (address !== location.href && !pushed) history.replaceState(null, "", address);
  opener.focus({ preventScroll: false });
}

// The thumbnail's picture, without what made it small: the browser chooses format and size anew.
function large(link) {
  const found = link.querySelector("picture") ?? link.querySelector("img");
  const picture = found.cloneNode(true);
  const image = picture.matches("img") ? picture : picture.querySelector("img");
  for (const source of [image, ...picture.querySelectorAll("source")]) source.sizes = "100vw";
  for (const name of ["loading", "fetchpriority", "style", "id"]) image.removeAttribute(name);
  if (!image.srcset && link.dataset.full) image.src = link.dataset.full;
  image.className = "lightbox__image";
  image.draggable = false;
  return { picture, image };
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
  const { picture, image } = large(link);
  const ready = () => box.dialog.removeAttribute("aria-busy");
  box.frame.replaceChildren(picture);
  if (!image.complete) {
    box.dialog.setAttribute("aria-busy", "true");
    image.addEventListener("load", ready);
    image.addEventListener("error", ready);
  } else ready();
  box.caption.textContent = link.dataset.caption || image.alt;
  box.caption.href = link.href;
  box.count.textContent = `${state.at + 1} / ${links.length}`;
  if (link.dataset.permalink) {
    const address = new URL(link.dataset.permalink, state.address);
    const step = { viewer: link.dataset.permalink };
    if (state.pushed === null) history.pushState(step, "", address);
    else history.replaceState(step, "", address);
    state.pushed ??= true;
  }
  for (const step of [1, -1]) {
    // Kept from being thrown away before it has come.
    state.ahead[step] = large(links[(state.at + step + links.length) % links.length]).picture;
  }
}

function open(link, { pushed = null } = {}) {
  box ??= build();
  const group = link.closest("[data-lightbox]");
  const label = group.dataset;
  const links = [...group.querySelectorAll("a[data-full]")];
  const address = new URL(location.href);
  if (link.dataset.permalink && new URL(link.dataset.permalink, address).href === address.href) {
    address.hash = ""; // opened by its own address: closing leaves the plain page
  }
  state = { links, at: 0, opener: link, address: address.href, pushed, ahead: {} };
  box.dialog.setAttribute("aria-label", label.labelViewer ?? "");
  box.close.label.textContent = label.labelClose ?? "";
  box.prev.label.textContent = label.labelPrev ?? "";
  box.next.label.textContent = label.labelNext ?? "";
  box.prev.button.hidden = box.next.button.hidden = links.length < 2;
  show(links.indexOf(link));
  box.dialog.showModal();
}

// The link whose photo stands at an address, or undefined.
function linkAt(permalink) {
  const known = document.querySelectorAll("[data-lightbox] a[data-full][data-permalink]");
  return [...known].find((link) => link.dataset.permalink === permalink);
}

for (const group of document.querySelectorAll("[data-lightbox]")) {
  group.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-full]");
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || elsewhere || event.button) return;
    event.preventDefault();
    open(link);
  });
}

window.addEventListener("popstate", (event) => {
  const link = event.state?.viewer && linkAt(event.state.viewer);
  if (state && !link) {
    state.pushed = true; // the step back has been taken already
    leave();
  } else if (!state && link) {
    open(link, { pushed: true });
  }
});

if (location.hash) {
  const link = linkAt(location.hash);
  const number = location.hash.match(/^#photo-(\d+)$/)?.[1];
  const { elsewhere } = document.querySelector("[data-lightbox][data-elsewhere]")?.dataset ?? {};
  if (link) open(link, { pushed: false });
  else if (number && elsewhere) location.replace(`${elsewhere}${number}/`);
}
