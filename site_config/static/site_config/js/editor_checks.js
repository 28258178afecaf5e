/* Marks what the editor's content checks report. Loaded in previews only.
   Reads: the script element's data-vague, a JSON list of link texts that say nothing.
   Writes: data-portal-check="vague|address|alt|caption|long" on elements of <main>. */
const settings = document.querySelector('script[data-vague]');
const vague = new Set(JSON.parse(settings?.dataset.vague || '[]'));
const words = (text) => text.toLowerCase().replace(/[\s\u00a0]+/g, ' ').replace(/[.…:!?>»→]+$/u, '').trim();
const LONG = 120; /* words of a paragraph */

for (const link of document.querySelectorAll('main a[href]')) {
  const text = words(link.textContent);
  if (vague.has(text)) link.dataset.portalCheck = 'vague';
  else if (/^(https?:\/\/|www\.)\S{30,}$/.test(text)) link.dataset.portalCheck = 'address';
}
for (const image of document.querySelectorAll('main [data-undescribed] img')) image.dataset.portalCheck = 'alt';
for (const figure of document.querySelectorAll('main figure:not(.embed)')) {
  const image = figure.querySelector('img');
  if (image && image.alt && !figure.querySelector('figcaption')) figure.dataset.portalCheck = 'caption';
}
for (const paragraph of document.querySelectorAll('main .prose p')) {
  if (words(paragraph.textContent).split(' ').length > LONG) paragraph.dataset.portalCheck = 'long';
}
