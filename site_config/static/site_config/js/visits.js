/* Counts that a page was seen and its links followed: no cookie, no number of yours, no third party.

   Reads
     body[data-visit]       the signed mark of this page; none in previews, and where only links
                            are counted, such as in the search
     body[data-visits]      the address that counts
     [data-visit-seen]      the mark of something that counts when it is seen, such as a logo
     a[data-visit]          the mark of a counted link
     a[data-visit-href]     where it leads; it stands in for the address that counts and sends on
   Nothing is sent where the browser says that its reader doesn't want to be counted.
   Without it: views are not counted, links are, by the address they lead over.
*/
const address = document.body.dataset.visits;
// Marks of one beacon, as the portal takes them, and the wait for more in milliseconds.
const most = 40;
const pause = 500;
const asked = navigator.globalPrivacyControl || navigator.doNotTrack === "1";

function send(mark) {
  if (!asked) navigator.sendBeacon(address, mark);
}

if (address && navigator.sendBeacon) {
  for (const link of document.querySelectorAll("a[data-visit-href]")) {
    link.href = link.dataset.visitHref;
    const follow = (event) => {
      // A middle click opens as well; a right one doesn't.
      if (event.type === "click" || event.button === 1) send(link.dataset.visit);
    };
    link.addEventListener("click", follow);
    link.addEventListener("auxclick", follow);
  }
  // What was seen waits a moment for what is seen with it: one beacon for many.
  const waiting = [];
  let timer = 0;
  const sendSeen = () => {
    clearTimeout(timer);
    timer = 0;
    while (waiting.length) send(waiting.splice(0, most).join(" "));
  };
  const watcher = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      waiting.push(target.dataset.visitSeen);
    }
    if (waiting.length && !timer) timer = setTimeout(sendSeen, pause);
  }, { threshold: 0.5 });
  document.addEventListener("visibilitychange", () => document.hidden && sendSeen());

  const seen = () => {
    if (!document.body.dataset.visit) return;
    send(document.body.dataset.visit);
    for (const part of document.querySelectorAll("[data-visit-seen]")) watcher.observe(part);
  };
  if (document.prerendering) document.addEventListener("prerenderingchange", seen, { once: true });
  else seen();
}
