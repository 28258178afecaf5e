/* Print buttons, hidden until there is a script to press them for.

   Reads
     button[data-print][hidden]
   Without it: the browser's own menu prints the same page.
*/
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
