/* Chapters of a film: each plays from its moment on, in the player above.

   Reads
     video            the page's one player
     a[data-seek]     a link to the film's file at a moment; data-seek holds it in seconds
     #t=12.5          in the page's address: the player starts there (Media Fragments URI 1.0)
   Without it: each link opens the film's file at that moment.
*/
const video = document.querySelector("video");

function seek(seconds) {
  const go = () => {
    video.currentTime = seconds;
  };
  if (video.readyState >= HTMLMediaElement.HAVE_METADATA) {
    go();
    return;
  }
  video.addEventListener("loadedmetadata", go, { once: true });
  video.preload = "metadata";
  video.load();
}

if (video) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-seek]");
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!link || elsewhere || event.button) return;
    event.preventDefault();
    seek(Number(link.dataset.seek));
    video.scrollIntoView({ block: "nearest" });
    video.play().catch(() => {}); // the reader may have to press play: the moment is set
    video.focus({ preventScroll: true });
  });

  const start = /^#t=(\d+(?:\.\d+)?)$/.exec(location.hash);
  if (start) seek(Number(start[1]));
}
