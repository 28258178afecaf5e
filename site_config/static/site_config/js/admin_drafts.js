/* Sends the form of an editor after the draft that it saves by itself, never beside it: the first
   draft of a new page gives the form the page's address, without which a second page would be made.

   Reads: forms with Wagtail's controller w-autosave.
   Without it: the portal does one after the other (site_config/editing_in_turn.py), and says that
   the address of a new page is taken. */

/* For how long a draft is waited for, in milliseconds. */
const PATIENCE = 15_000;

function pause(milliseconds) {
  return new Promise((resolve) => { setTimeout(resolve, milliseconds); });
}

async function sendAfterDraft(event) {
  const { target: form, submitter } = event;
  const drafts = window.wagtail?.app?.getControllerForElementAndIdentifier(form, 'w-autosave');
  if (!drafts) return;
  /* No further draft sets out, least of all with the name of the button in it. */
  drafts.activeValue = false;
  if (!drafts.submitPromise) {
    setTimeout(() => { drafts.activeValue = event.defaultPrevented; });
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  await Promise.race([drafts.submitPromise, pause(PATIENCE)]);
  drafts.submitPromise = null;
  /* The button shows that it is at work by now, and a button at work sends no name. */
  if (submitter?.name) {
    const { name, value } = submitter;
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  }
  form.requestSubmit();
}

window.addEventListener('submit', sendAfterDraft, { capture: true });
