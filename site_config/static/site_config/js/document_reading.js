/* Follows the reading of documents in the admin: where files are uploaded or edited, and where one
   is chosen. Reads: data-document-reading, the address that tells (0 stands for the chosen number),
   and data-input, the id of the field with the number; empty where the document is given. */
const EVERY = 2500; /* milliseconds */
const shown = new WeakMap();

async function load(panel, number) {
  const answer = await fetch(panel.dataset.documentReading.replace('/0/', `/${number}/`), {
    credentials: 'same-origin',
  });
  if (!answer.ok) return;
  const text = await answer.text();
  /* Only what changed is announced. */
  if (shown.get(panel)?.text === text) return;
  shown.set(panel, { number, text });
  panel.innerHTML = text;
}

function look() {
  /* Panels come with each file that is uploaded. */
  for (const panel of document.querySelectorAll('[data-document-reading]')) {
    const input = panel.dataset.input && document.getElementById(panel.dataset.input);
    const number = input?.value ?? '';
    if (!shown.has(panel)) shown.set(panel, { number, text: '' });
    const changed = input && number !== shown.get(panel).number;
    if (changed && !number) {
      shown.set(panel, { number, text: '' });
      panel.replaceChildren();
    } else if (changed || (panel.querySelector('[data-unfinished]') && !document.hidden)) {
      load(panel, number).catch(() => {}); /* The next look may go better. */
    }
  }
}

if (document.querySelector('[data-document-reading], #fileupload')) setInterval(look, EVERY);
