/* Finds the number whose digest, with the salt before it, is the puzzle's (ALTCHA, SHA-256).

   Gets { challenge, salt, maxNumber } and posts the number, or nothing where there is none.
*/
const encoder = new TextEncoder();

function hex(digest) {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

self.addEventListener("message", async ({ data: { challenge, salt, maxNumber } }) => {
  const together = 256; // digests under way at once, so that little time is lost in waiting
  for (let first = 0; first <= maxNumber; first += together) {
    const numbers = Array.from({ length: together }, (_, index) => first + index);
    const digests = await Promise.all(
      numbers.map((number) => crypto.subtle.digest("SHA-256", encoder.encode(`${salt}${number}`))),
    );
    const found = digests.findIndex((digest) => hex(digest) === challenge);
    if (found >= 0) {
      self.postMessage(numbers[found]);
      return;
    }
  }
  self.postMessage(null);
});
