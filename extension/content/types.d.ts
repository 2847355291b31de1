/** Shapes only the content scripts share. */

/** What is known of one site: data, kept together so that a change of the site is a change of one file. */
interface Site {
  name: SiteName;
  hosts: string[];
  /** The first that matches counts. */
  composers: ComposerInfo[];
  /** Boxes that are never read: private messages and search. Also what lies inside these. */
  never: string[];
  neverPages: RegExp[];
  /** Inside which an editor that no selector knows is still taken for a compose box. */
  generic: string;
}

interface ComposerInfo {
  name: string;
  kind: DraftKind;
  editor: string;
  /** With labels: only a button so labelled (aria-label or text). */
  submit: { selector: string; labels?: string[] };
  /** Which Enter posts: Ctrl or Cmd with Enter, or every Enter without Shift. */
  enter: "mod" | "plain";
  /** Where the page shows what is replied to; the first that is found counts. */
  replyingTo: { within?: string; page?: RegExp; text: string }[];
  kindWhenReplying?: DraftKind;
}

/** A piece of the draft's text and the text node it is in. */
interface Piece {
  start: number;
  end: number;
  node: Text;
  offset: number;
}

interface Reading {
  text: string;
  pieces: Piece[];
}

/** A selection in an editor. */
interface Place {
  anchor: Node;
  anchorOffset: number;
  focus: Node;
  focusOffset: number;
}

/** One compose box and what we know of the draft in it. */
interface Composer {
  editor: HTMLElement;
  info: ComposerInfo;
  reading: Reading;
  /** Warnings placed in `reading.text`. */
  warnings: Warning[];
  status: "reading" | "checked" | Unchecked;
  /** "Not this time": rule and words. */
  dismissed: Set<string>;
  /** Post anyway: holds for exactly this text. */
  passed: string | null;
  /** Where the caret was when the focus left. */
  left: Place | null;
  /** What was last sent, so that the same text isn't sent twice. */
  asked: string | null;
}

/** An attempt to post: which event, which drafts it would send. */
interface Attempt {
  how: "click" | "key" | "submit";
  target: HTMLElement;
  composers: Composer[];
  /** Ctrl, Meta of the key. */
  modifiers: { ctrlKey: boolean; metaKey: boolean };
  key: string;
}
