/* Shows how much of a file has been sent, in the window in which one is chosen: Wagtail sends its
   form by jQuery without a word, while Documents → Add has a bar of its own.

   Reads
     #portal-upload-progress    data-sending and data-arrived, what is said ({name}: the file's)
     form[data-chooser-modal-creation-form]    what is sent
   Without it: the form is sent all the same, and its button says that it is under way.
*/
const words = document.getElementById('portal-upload-progress').dataset;
const FORM = 'form[data-chooser-modal-creation-form]';

function element(kind, properties, ...children) {
  const made = Object.assign(document.createElement(kind), properties);
  made.append(...children);
  return made;
}

function chosenFile(form) {
  const inputs = [...form.querySelectorAll('input[type="file"]')];
  return inputs.flatMap((input) => [...input.files])[0];
}

function show(form, file) {
  const label = words.sending.replace('{name}', () => file.name);
  const bar = element('progress', { max: 100, value: 0 });
  bar.setAttribute('aria-label', label);
  /* The bar tells its value itself; this is for those who look. */
  const percent = element('span', { className: 'portal-sending__percent' });
  percent.setAttribute('aria-hidden', 'true');
  const told = element('p', { className: 'portal-sending__told' });
  told.setAttribute('role', 'status');
  form.querySelector('.portal-sending')?.remove();
  const whole = element('div', { className: 'portal-sending' }, told, bar, percent);
  form.append(whole);
  /* What is said into a place that has just come is not heard everywhere. */
  setTimeout(() => { if (!told.textContent) told.textContent = label; }, 100);
  return {
    sent({ loaded, total, lengthComputable }) {
      if (!lengthComputable) return;
      bar.value = Math.floor((100 * loaded) / total);
      percent.textContent = `${bar.value} %`;
    },
    arrived() {
      bar.value = 100;
      percent.textContent = '100 %';
      told.textContent = words.arrived;
    },
    gone() {
      whole.remove();
    },
  };
}

window.jQuery?.ajaxPrefilter((options, given, request) => {
  if (!(given.data instanceof FormData)) return;
  const address = new URL(options.url, document.baseURI).href;
  const form = [...document.querySelectorAll(FORM)].find((one) => one.action === address);
  const file = form && chosenFile(form);
  if (!file) return;
  const line = show(form, file);
  const open = options.xhr;
  options.xhr = () => {
    const one = open();
    one.upload.addEventListener('progress', line.sent);
    one.upload.addEventListener('load', line.arrived);
    return one;
  };
  request.fail(line.gone);
});
