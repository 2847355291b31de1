/**
 * Facebook. Lexical; class names are hashed, so structure and labels are all there is. Selectors as public code of 2026 uses
 * them; the Dutch labels are unconfirmed. None was seen on the live site by us.
 */
/** @type {Site} */
const siteFacebook = {
  name: "facebook",
  hosts: ["www.facebook.com", "web.facebook.com"],
  composers: [
    {
      // A comment or a reply: Enter sends, Shift+Enter is a new line.
      name: "comment",
      kind: "comment",
      editor: 'form[role="presentation"] [data-lexical-editor="true"][role="textbox"]',
      submit: { selector: '#focused-state-composer-submit [role="button"], #focused-state-composer-submit' },
      enter: "plain",
      replyingTo: [
        { within: '[role="article"], [role="dialog"]', text: '[data-ad-rendering-role="story_message"], [data-ad-comet-preview="message"], [data-ad-preview="message"]' },
      ],
    },
    {
      // The post dialog. Lexical may render outside it through a portal, then the generic rule finds it.
      name: "post",
      kind: "post",
      editor: '[role="dialog"] [data-lexical-editor="true"][role="textbox"]',
      // The newer flow is Next, "Post settings", Post: the editor is gone by then, so Next waits too.
      submit: { selector: '[role="button"]', labels: ["Post", "Plaatsen", "Next", "Volgende"] },
      enter: "mod",
      replyingTo: [],
    },
  ],
  // Messenger is Lexical too. Its box is labelled so in English and Dutch, and sits in a chat tab or on /messages.
  never: [
    '[aria-label="Message" i]',
    '[aria-label="Bericht" i]',
    '[aria-label="Aa"]',
    '[aria-label^="Message " i]',
    '[aria-label^="Write to " i]',
    '[aria-label^="Stuur een bericht" i]',
    '[aria-label^="Bericht aan " i]',
    '[data-pagelet*="Chat" i]',
    '[data-pagelet*="Messenger" i]',
    '[role="search"]',
  ],
  neverPages: [/^\/messages(\/|$)/, /^\/marketplace\/t\//],
  generic: '[role="dialog"], [role="article"], form',
};
