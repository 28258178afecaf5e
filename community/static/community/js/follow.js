/* Says whether the signed-in member follows or has muted what a page is about.

   Reads
     [data-follow]       a link to the page with the buttons; it answers a script with the choice
     data-follows,       what the link says then, in its span
     data-mutes
     cookie member=1     a hint without any secret: somebody is signed in on this browser
   Without it: the link leads to the page, which tells the same.
*/
const words = { follow: "follows", mute: "mutes" };

async function tell(link) {
  const response = await fetch(link.href, {
    credentials: "same-origin",
    cache: "no-store",
    headers: { "X-Requested-With": "fetch" },
  });
  const type = response.headers.get("Content-Type") ?? "";
  if (!response.ok || response.redirected || !type.startsWith("application/json")) return;
  const { choice } = await response.json();
  if (choice in words) link.querySelector("span").textContent = link.dataset[words[choice]];
}

if (document.cookie.split("; ").includes("member=1")) {
  for (const link of document.querySelectorAll("[data-follow]")) tell(link).catch(() => {});
}
