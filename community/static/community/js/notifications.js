/* Marks a notification as read when its link is followed.

   Reads
     [data-notices]      the list; each item holds a link and, while it is unread, a form
     [data-read]         the form of an item: its address and token
   The request outlives the page. Without it: the form's own button does the same.
*/
document.querySelector("[data-notices]")?.addEventListener("click", (event) => {
  const form = event.target.closest("a[href]")?.closest("li")?.querySelector("[data-read]");
  if (!form) return;
  fetch(form.action, {
    method: "POST",
    body: new FormData(form),
    credentials: "same-origin",
    headers: { "X-Requested-With": "fetch" },
    keepalive: true,
  }).catch(() => {}); // it stays unread, which the list shows
});
