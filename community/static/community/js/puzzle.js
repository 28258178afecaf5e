/* A small sum that proves that a browser has taken its time over a guest's form (ALTCHA).

   Reads
     form[data-puzzle]    the address that gives out puzzles; data-worker is that of the worker
     [name=altcha]        a hidden field of the form, which takes the answer
   The sum is done while somebody writes, in a worker, so nothing on the page waits for it. Who is
   quicker than the sum waits at the button. Forms that are put in later are served alike.
   Without it: the form can be sent more seldom.
*/
const LONGEST_WAIT = 10_000;
const answers = new WeakMap(); // form -> promise of its answer
const done = new WeakSet();

async function solve(form) {
  const response = await fetch(form.dataset.puzzle, {
    cache: "no-store",
    credentials: "omit",
    signal: AbortSignal.timeout(8_000),
  });
  if (!response.ok) return;
  const { maxNumber, ...puzzle } = await response.json();
  const worker = new Worker(form.dataset.worker);
  try {
    const number = await new Promise((resolve, reject) => {
      worker.addEventListener("message", ({ data }) => resolve(data));
      worker.addEventListener("error", reject);
      worker.postMessage({ ...puzzle, maxNumber });
    });
    if (Number.isInteger(number)) {
      form.elements.altcha.value = btoa(JSON.stringify({ ...puzzle, number }));
    }
  } finally {
    worker.terminate();
  }
}

function begin(form) {
  if (answers.has(form)) return;
  const answer = solve(form)
    .catch(() => {}) // offline or too slow: the form goes without
    .finally(() => done.add(form));
  answers.set(form, answer);
}

document.addEventListener("focusin", ({ target }) => {
  const form = target.closest?.("form[data-puzzle]");
  if (form) begin(form);
});

document.addEventListener(
  "submit",
  async (event) => {
    const form = event.target;
    if (!form.dataset.puzzle || done.has(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    begin(form);
    form.setAttribute("aria-busy", "true");
    await Promise.race([
      answers.get(form),
      new Promise((resolve) => {
        setTimeout(resolve, LONGEST_WAIT);
      }),
    ]);
    done.add(form);
    form.removeAttribute("aria-busy");
    form.requestSubmit(event.submitter);
  },
  true,
);
