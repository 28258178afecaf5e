/* Video and live streams of other sites, loaded only after the reader asks for them.

   Reads
     .embed[data-src][data-title]     the block that becomes the player
         data-src     https address of the player; the page's policy says which hosts may be framed
         data-title   title of the frame
         data-host    who the words tell the reader about, such as "YouTube"; for people, not code
     inside it
         a[data-embed-play]           a plain link to the video; with this script it plays in place
         [data-embed-remember][hidden]   a label around a checkbox: "don't ask again for …"
     button[data-embed-forget][hidden]   inside a block: ask again for its host next time;
                                      elsewhere: ask again for every host. Its own [role=status],
                                      where it has one, then says data-forgotten
   The choice is kept in this browser only, by the name of the host.
   Without it: the link leads to the video where it lives.
*/
const KEY = "embed-hosts";

function remembered() {
  try {
    const hosts = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(hosts) ? hosts : [];
  } catch {
    return []; // storage is off or holds something else: ask each time
  }
}

function remember(hosts) {
  try {
    if (hosts.length) localStorage.setItem(KEY, JSON.stringify(hosts));
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is off: the choice holds for this page only.
  }
}

function address(embed) {
  let url;
  try {
    url = new URL(embed.dataset.src);
  } catch {
    return null;
  }
  // A page of our own in a frame that may run scripts as itself would undo the sandbox.
  return url.protocol === "https:" && url.origin !== location.origin ? url : null;
}

function showForget() {
  const hosts = remembered();
  for (const button of document.querySelectorAll("[data-embed-forget]")) {
    const embed = button.closest(".embed");
    button.hidden = embed ? !hosts.includes(address(embed)?.host) : !hosts.length;
  }
}

function play(embed, url, asked) {
  const frame = document.createElement("iframe");
  frame.className = "embed__frame";
  frame.title = embed.dataset.title;
  frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-presentation allow-popups");
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.allow = "fullscreen; picture-in-picture";
  frame.loading = asked ? "eager" : "lazy";
  frame.src = url.href;
  const forget = embed.querySelector("[data-embed-forget]");
  embed.classList.add("embed--on");
  embed.replaceChildren(frame, ...(forget ? [forget] : []));
  if (asked) frame.focus();
}

function prepare(embed, url) {
  const choice = embed.querySelector("[data-embed-remember]");
  if (choice) choice.hidden = false;
  embed.addEventListener("click", (event) => {
    const link = event.target.closest("[data-embed-play]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (choice?.querySelector("input")?.checked) {
      remember([...new Set([...remembered(), url.host])]);
    }
    play(embed, url, true);
    showForget();
  });
}

for (const embed of document.querySelectorAll(".embed[data-src]")) {
  const url = address(embed);
  if (!url) continue;
  if (remembered().includes(url.host)) play(embed, url, false);
  else prepare(embed, url);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-embed-forget]");
  if (!button) return;
  const embed = button.closest(".embed");
  const host = embed && address(embed)?.host;
  remember(embed ? remembered().filter((known) => known !== host) : []);
  const status = button.querySelector("[role=status]");
  if (status) status.textContent = button.dataset.forgotten ?? "";
  else showForget();
});

showForget();
