/* The city's alerts, on pages that were loaded before they came, changed or left.

   Reads
     [data-alerts]           where banners stand; its value is the address of those that run now
     [data-alert]            a banner: identifier and version, such as "4b3c….2"
     data-level              on the same element: "red" can be made smaller, all others hidden
     data-until              on the same element: when it leaves by itself (ISO 8601)
     data-paths              on the same element: how the paths begin on which it stands; without
                             it, it stands everywhere
     .alert__hide, .alert__fold   its buttons, which come without being shown
   Does
     - asks every half a minute, and when the reader comes back, what runs now
     - takes banners away at their end, by the portal's clock: a phone's own may be wrong
     - says each version to screen readers once, not again on each page
     - keeps what was hidden or made smaller in this browser, bound to the version: whatever is
       new or has changed is shown in full
   Without it: the banners that were true when the page was made stand there in full.
*/
const EVERY = 30_000;
const A_WEEK = 7 * 24 * 3600 * 1000;
const place = document.querySelector("[data-alerts]");
/* Milliseconds by which the portal's clock is ahead of this one; not known before it was asked. */
let ahead = null;
const now = () => Date.now() + (ahead ?? 0);
const said = { red: "alert", orange: "alert", yellow: "status", notice: "status" };

/* What this browser remembers: { "<version>": { until, said, away } }; nothing where it may not. */
function recall() {
  try {
    return JSON.parse(localStorage.getItem("alerts")) ?? {};
  } catch {
    return {};
  }
}

function remember(banner, what) {
  const { alert: key, until } = banner.dataset;
  const known = recall();
  known[key] = { ...known[key], until, ...what };
  const kept = Object.entries(known).filter(([, one]) => Date.parse(one.until) > now() - A_WEEK);
  try {
    localStorage.setItem("alerts", JSON.stringify(Object.fromEntries(kept)));
  } catch {} // storage is full or refused: it is said and shown again, which is the safe side
}

const isHere = ({ dataset }) =>
  !dataset.paths || dataset.paths.split(" ").some((path) => location.pathname.startsWith(path));
const isOver = ({ dataset }) => Date.parse(dataset.until) <= now();
const standing = () => [...place.querySelectorAll("[data-alert]")];

function fold(banner, away) {
  const button = banner.querySelector(".alert__fold");
  const words = button.querySelector("span");
  button.dataset.close ??= words.textContent;
  banner.classList.toggle("alert--small", away);
  button.setAttribute("aria-expanded", String(!away));
  words.textContent = away ? button.dataset.open : button.dataset.close;
}

function hide(banner) {
  const next = banner.nextElementSibling?.querySelector("button:not([hidden])");
  const focused = banner.contains(document.activeElement);
  banner.hidden = true;
  if (focused) (next ?? document.querySelector(".brand"))?.focus();
}

function say(banner) {
  const line = document.createElement("div");
  line.className = "vh";
  line.setAttribute("role", said[banner.dataset.level] ?? "status");
  document.body.append(line);
  // A region has to be there before its words are, or nothing is said.
  setTimeout(() => {
    const words = banner.querySelectorAll("h2, .alert__more > p:not(.alert__links), .alert__steps li");
    line.textContent = [...words].map((part) => part.textContent.replace(/\s+/g, " ").trim()).join(" ");
    remember(banner, { said: true });
  }, 300);
  setTimeout(() => line.remove(), 20_000);
}

function greet(banner) {
  const known = recall()[banner.dataset.alert] ?? {};
  const button = banner.querySelector(".alert__hide, .alert__fold");
  button.hidden = false;
  if (button.matches(".alert__fold")) {
    button.addEventListener("click", () => {
      const away = button.getAttribute("aria-expanded") === "true";
      fold(banner, away);
      remember(banner, { away });
    });
    if (known.away) fold(banner, true);
  } else {
    button.addEventListener("click", () => {
      remember(banner, { away: true });
      hide(banner);
    });
    if (known.away) hide(banner);
  }
  if (!known.said && !known.away) say(banner);
}

function leaveOnTime() {
  if (ahead === null) return;
  for (const banner of standing()) if (isOver(banner)) banner.remove();
}

/* RFC 9111: when an answer was made, and for how long a cache has kept it. */
function readClock({ headers }) {
  const made = Date.parse(headers.get("Date"));
  const kept = Number(headers.get("Age") ?? 0);
  ahead = Number.isNaN(made) ? 0 : made + kept * 1000 - Date.now();
}

async function refresh() {
  const response = await fetch(place.dataset.alerts, { credentials: "omit", cache: "no-cache" });
  if (!response.ok) throw new Error("no answer");
  readClock(response);
  leaveOnTime();
  const answer = new DOMParser().parseFromString(await response.text(), "text/html");
  const running = [...answer.querySelectorAll("[data-alert]")].filter(
    (banner) => isHere(banner) && !isOver(banner),
  );
  const known = new Map(standing().map((banner) => [banner.dataset.alert, banner]));
  const wanted = running.map((banner) => known.get(banner.dataset.alert) ?? banner);
  for (const [key, banner] of known) if (!wanted.includes(banner)) known.get(key).remove();
  wanted.forEach((banner, position) => {
    if (place.children[position] !== banner) place.insertBefore(banner, place.children[position] ?? null);
    if (!known.has(banner.dataset.alert)) greet(banner);
  });
}

const tryRefresh = () => {
  if (document.visibilityState !== "visible") return;
  refresh().catch(() => {
    ahead ??= 0; // offline: what stands, stands until its end
  });
};

if (place) {
  standing().forEach(greet);
  tryRefresh();
  setInterval(tryRefresh, EVERY);
  setInterval(leaveOnTime, 1000);
  document.addEventListener("visibilitychange", tryRefresh);
  addEventListener("pageshow", (event) => event.persisted && tryRefresh());
}
