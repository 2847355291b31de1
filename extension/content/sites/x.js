/**
 * X (x.com, twitter.com). Draft.js; the contenteditable itself carries data-testid. Selectors as public code of 2026 uses
 * them (browser extensions and user scripts for X); none was seen on the live site by us.
 */
/** @type {Site} */
const siteX = {
  name: "x",
  hosts: ["x.com", "mobile.x.com", "twitter.com", "mobile.twitter.com"],
  composers: [
    {
      // tweetTextarea_0 is the post, the quote and the reply; _1, _2 … are the further posts of a thread.
      name: "post",
      kind: "post",
      editor: '[data-testid^="tweetTextarea_"][contenteditable="true"]',
      // Was a div until 2024 and is a button now, so the tag isn't named. The modal has tweetButton, the page tweetButtonInline.
      submit: { selector: '[data-testid="tweetButton"], [data-testid="tweetButtonInline"]' },
      enter: "mod",
      // In the reply dialog the post stands above the editor; on a post's own page it is the article without tab stop.
      replyingTo: [
        { within: '[role="dialog"]', text: 'article [data-testid="tweetText"]' },
        { page: /\/status\/\d+/, text: 'article[data-testid="tweet"][tabindex="-1"] [data-testid="tweetText"]' },
      ],
      kindWhenReplying: "reply",
    },
  ],
  // The message box: a textarea with data-testid dm-composer-textarea; before that a Draft.js dmComposerTextInput.
  never: ['[data-testid^="dm-composer"]', '[data-testid^="dmComposer"]', '[data-testid="DmActivityViewport"]', '[data-testid="SearchBox_Search_Input"]'],
  neverPages: [/^\/messages(\/|$)/, /^\/i\/chat(\/|$)/],
  generic: '[role="dialog"], article, form, main',
};
