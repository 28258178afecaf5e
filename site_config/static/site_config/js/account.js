/* The account menu of a signed-in member, on pages that are the same for everyone.

   Reads
     cookie member=1     a hint without any secret: somebody is signed in on this browser
     [data-account]      the plain "Sign in" link; its value is the address of the fragment
     data-page           on the same element: id of the page, sent as ?page=, for "Edit this page"
   Puts the elements of the fragment in place of the link. Any failure leaves the link as it is.
   Without it: the link leads to the account page, which knows who is signed in.
*/
const link = document.querySelector("[data-account]");
const member = document.cookie.split("; ").includes("member=1");

async function fragment(url) {
  const response = await fetch(url, {
    credentials: "same-origin",
    cache: "no-store",
    headers: { "X-Requested-With": "fetch" },
  });
  const type = response.headers.get("Content-Type") ?? "";
  if (!response.ok || response.redirected || !type.startsWith("text/html")) return null;
  return new DOMParser().parseFromString(await response.text(), "text/html").body;
}

if (link && member) {
  const url = new URL(link.dataset.account, location.href);
  if (link.dataset.page) url.searchParams.set("page", link.dataset.page);
  if (url.origin === location.origin) {
    fragment(url)
      .then((body) => {
        if (!body?.childElementCount) return;
        const focused = link === document.activeElement;
        const parts = [...body.children];
        link.replaceWith(...parts);
        if (focused) parts.at(-1).querySelector("summary")?.focus();
      })
      .catch(() => {}); // offline or refused: the plain link still works
  }
}
