/* Passkeys and security keys (W3C Web Authentication, level 3).

   Reads
     form[data-passkey]   what its button does
         create           make a key; the options stand in the data block named by data-options
         get              show a key that the account knows; options as above
         login            show a passkey; the options are fetched from the form's own address
     in the form
         input[name=credential]    takes the answer, which is then posted with the form
         input[name=passwordless]  create only: whether the key alone should let its owner in
         button[hidden]            shown where the browser knows keys
         [role=alert][hidden]      says data-failed where no key was shown
   Without it: the button stays hidden; codes and passwords work.
*/
const decode = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) =>
    sign.charCodeAt(0),
  );

const encode = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const descriptors = (list) => list?.map((key) => ({ ...key, id: decode(key.id) }));

async function options(form) {
  if (form.dataset.passkey === "login") {
    const response = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(`The portal answered ${response.status}`);
    return (await response.json()).request_options.publicKey;
  }
  const data = JSON.parse(document.getElementById(form.dataset.options).textContent);
  return (data.creation_options ?? data.request_options).publicKey;
}

async function create(form, asked) {
  const alone = form.elements.passwordless?.checked ?? false;
  const selection = {
    ...asked.authenticatorSelection,
    residentKey: alone ? "required" : "discouraged",
    requireResidentKey: alone,
  };
  if (alone) selection.userVerification = "required";
  const key = await navigator.credentials.create({
    publicKey: {
      ...asked,
      authenticatorSelection: selection,
      challenge: decode(asked.challenge),
      user: { ...asked.user, id: decode(asked.user.id) },
      excludeCredentials: descriptors(asked.excludeCredentials),
    },
  });
  return answer(key, {
    clientDataJSON: encode(key.response.clientDataJSON),
    attestationObject: encode(key.response.attestationObject),
    transports: key.response.getTransports?.() ?? [],
  });
}

async function get(asked) {
  const key = await navigator.credentials.get({
    publicKey: {
      ...asked,
      challenge: decode(asked.challenge),
      allowCredentials: descriptors(asked.allowCredentials),
    },
  });
  const { clientDataJSON, authenticatorData, signature, userHandle } = key.response;
  return answer(key, {
    clientDataJSON: encode(clientDataJSON),
    authenticatorData: encode(authenticatorData),
    signature: encode(signature),
    userHandle: userHandle ? encode(userHandle) : null,
  });
}

function answer(key, response) {
  return {
    type: key.type,
    id: key.id,
    rawId: encode(key.rawId),
    authenticatorAttachment: key.authenticatorAttachment,
    response,
    clientExtensionResults: key.getClientExtensionResults(),
  };
}

async function ask(form) {
  const asked = await options(form);
  return form.dataset.passkey === "create" ? create(form, asked) : get(asked);
}

function prepare(form) {
  const failed = form.querySelector("[role=alert]");
  form.querySelector("button[hidden]").hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.hidden = true;
    try {
      form.elements.credential.value = JSON.stringify(await ask(form));
    } catch {
      // Refused, timed out, or no such key: the browser tells pages no more than that.
      failed.textContent = form.dataset.failed;
      failed.hidden = false;
      return;
    }
    form.submit();
  });
}

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll("form[data-passkey]")) prepare(form);
}
