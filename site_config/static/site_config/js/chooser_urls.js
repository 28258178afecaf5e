/* Tells the editor of translations where its choosers are: data-… of this script's own element.
   Runs before that editor, so it is no module. */
window.chooserUrls ??= { ...document.currentScript.dataset };
