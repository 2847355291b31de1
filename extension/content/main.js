/** Begins: at document_start, so that our listeners stand before the page's own. */
if (page.site) {
  hold.start();
  watch.start();
  remarks.start();
  chrome.runtime.onMessage.addListener((/** @type {ToContent} */ message) => {
    if (message?.kind === "settings-changed") void watch.startOver();
  });
}
