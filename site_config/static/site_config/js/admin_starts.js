/* Starts the admin's widgets without inline scripts, which the admin's policy refuses.

   Reads: elements with data-controller="portal-start", whose values name one of STARTS and the
   arguments it is called with (site_config/admin_scripts.py and templates/wagtailadmin write them).
   They may come with the page, with a dialog or with a new row of a form. */
const CONSTRUCTORS = new Set([
  'Chooser', 'DocumentChooser', 'ImageChooser', 'InlinePanel', 'MultipleChooserPanel',
  'PageChooser', 'SnippetChooser',
]);
const FUNCTIONS = new Set([
  'createMediaChooser', 'createTaskChooser', 'initDateChooser', 'initDateTimeChooser',
  'initTimeChooser',
]);
/* Scripts that a dialog brings, by their address. */
const arriving = new Map();

function bring(address) {
  const { href } = new URL(address, document.baseURI);
  /* A script that stands in the dialog itself has not run; it is no sign of one that is present. */
  const present = [...document.scripts].some((one) => one.src === href && !one.closest('.modal'));
  if (!arriving.has(href) && !present) {
    arriving.set(
      href,
      new Promise((resolve) => {
        const script = document.createElement('script');
        script.src = href;
        script.async = false;
        script.onload = script.onerror = resolve;
        document.head.append(script);
      }),
    );
  }
}

/* jQuery would fetch the text of a dialog's scripts and run it inline. */
window.jQuery._evalUrl = bring;

function call(name, given) {
  if (CONSTRUCTORS.has(name)) new window[name](...given);
  else if (FUNCTIONS.has(name)) window[name](...given);
}

/* A chooser looks for its buttons below itself. By now Wagtail has taken the menu with "choose
   another" and "clear" out of the page, to show it when it is opened: it comes back for a moment. */
function start(name, given) {
  const chooser = document.getElementById(`${given[0]}-chooser`);
  const toggles = chooser?.querySelectorAll('[data-w-dropdown-target="toggle"]') ?? [];
  const places = [...toggles]
    .filter((toggle) => toggle._tippy)
    .map(({ _tippy: { props: { content } } }) => ({ content, holder: content.parentElement }));
  for (const { content } of places) chooser.append(content);
  showLinkOf(chooser);
  call(name, given);
  for (const { content, holder } of places) holder.append(content);
}

/* The choosers of films and of tasks write the address of the link "edit", and leave it hidden. */
function showLinkOf(chooser) {
  const link = chooser?.querySelector('[data-chooser-edit-link]');
  if (!link) return;
  const show = () => { link.hidden = !link.getAttribute('href'); };
  new MutationObserver(show).observe(link, { attributeFilter: ['href'] });
}

/* Wagtail adds a row to a form and fills in its chooser in the same breath. */
const { addForm } = window.InlinePanel?.prototype ?? {};
if (addForm) {
  window.InlinePanel.prototype.addForm = function addFormAndStart(...options) {
    const added = addForm.apply(this, options);
    for (const element of document.querySelectorAll('[data-controller="portal-start"]')) {
      const { portalStartNameValue: name, portalStartArgumentsValue: given } = element.dataset;
      element.remove();
      start(name, JSON.parse(given));
    }
    return added;
  };
}

class StartController extends window.StimulusModule.Controller {
  static values = { name: String, arguments: Array };

  async connect() {
    const { nameValue: name, argumentsValue: given } = this;
    /* Whatever moves this element later must not start the widget a second time. */
    this.element.remove();
    await Promise.all(arriving.values());
    start(name, given);
  }
}

window.wagtail.app.register('portal-start', StartController);

/* Fills in a name for a file that has none yet, from that of the file. */
class FileTitleController extends window.StimulusModule.Controller {
  connect() {
    const file = this.element.querySelector('#id_file');
    const title = this.element.querySelector('#id_title');
    file?.addEventListener('change', () => {
      if (title && !title.value) title.value = file.files[0]?.name.replace(/\.[^.]+$/, '') ?? '';
    });
  }
}

window.wagtail.app.register('portal-file-title', FileTitleController);

/* One box that marks all languages of a translation. */
document.addEventListener('change', ({ target }) => {
  if (target.name !== 'select_all') return;
  for (const box of target.form.querySelectorAll('[name="locales"]')) box.checked = target.checked;
});
