/**
 * LinkedIn. Quill in the open shadow root of #interop-outlet for posts; Tiptap for comments, and Quill on pages that still
 * have the older comment box (both are live). Selectors as public code of 2026 uses them; none was seen on the live site by us.
 */
const linkedInPost = '.update-components-text, .feed-shared-update-v2__description, [data-view-name="feed-commentary"]';

/** @type {Site} */
const siteLinkedIn = {
  name: "linkedin",
  hosts: ["www.linkedin.com"],
  composers: [
    {
      name: "comment",
      kind: "comment",
      editor: '[data-testid="ui-core-tiptap-text-editor-wrapper"] .tiptap.ProseMirror[role="textbox"]',
      submit: {
        selector: 'button[componentkey*="commentButtonSection"], [data-view-name="comment-post"], [data-view-name="comment-reply-post"]',
      },
      enter: "mod",
      replyingTo: [{ within: '[role="listitem"], [data-urn], article', text: linkedInPost }],
    },
    {
      name: "comment, older page",
      kind: "comment",
      editor: "form.comments-comment-box__form .ql-editor",
      submit: { selector: 'button[class*="comments-comment-box__submit-button"]' },
      enter: "mod",
      replyingTo: [{ within: '.feed-shared-update-v2, [data-urn], article', text: linkedInPost }],
    },
    {
      name: "post",
      kind: "post",
      editor: '.ql-editor[contenteditable="true"]',
      submit: { selector: "button.share-actions__primary-action" },
      enter: "mod",
      replyingTo: [],
    },
  ],
  never: [".msg-form", '[class*="msg-form"]', '[class*="msg-overlay"]', '[role="search"]', '[data-view-name*="messaging" i]', '[aria-label^="Write a message" i]', '[aria-label^="Schrijf een bericht" i]'],
  neverPages: [/^\/messaging(\/|$)/],
  generic: '[role="dialog"], article, form, [data-urn]',
};
