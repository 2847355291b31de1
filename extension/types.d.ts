/**
 * The shapes that go between the parts of the extension. Ambient on purpose: the content files are classic scripts,
 * the background and the pages are modules, and both read these.
 *
 * Draft, Warning and Verdict mirror helper/types.py; `start` and `end` count UTF-16 code units, as JavaScript strings do.
 */

type SiteName = "x" | "facebook" | "linkedin";
type DraftKind = "post" | "reply" | "comment";
type Level = "tip" | "pause" | "consult";
type UiLanguage = "nl" | "en";

interface Draft {
  text: string;
  site: SiteName | "other";
  kind: DraftKind;
  /** The post this answers, as far as the page shows it; "" otherwise. */
  replying_to: string;
}

interface Warning {
  rule: string;
  guideline: string;
  level: Level;
  start: number;
  end: number;
  title: string;
  message: string;
  advice: string;
  source: string;
  replacements: string[];
}

interface Verdict {
  protocol: number;
  language: string;
  level: "none" | Level;
  warnings: Warning[];
  pause_seconds: number;
  incomplete: string[];
}

/** Why a draft was not checked. Each has its own words: `state_<name>`, `state_<name>_cause`, `state_<name>_cure` in _locales. */
type Unchecked =
  | "notRunning" // nothing answers on the port
  | "stranger" // something answers, but it is not our helper: it could not prove that it knows the token
  | "notPaired" // no token yet, or the helper does not know it (any more)
  | "otherBrowser" // the helper knows the token, but is bound to another extension
  | "permission" // the browser withholds 127.0.0.1 or the site
  | "updateHelper" // the helper is older than the extension
  | "updateExtension" // the extension is older than the helper
  | "off" // switched off: this site, this page, or everything for a while
  | "tooLong"
  | "slow"
  | "error"; // the helper answered with an error of its own

type Checked = { state: "ok"; verdict: Verdict } | { state: Unchecked };

/** `cause` and `cure` are sentences in the language of the interface. */
interface Connection {
  state: "ok" | Unchecked;
  cause: string;
  cure: string;
}

/** The writer, in the shape of helper/types.py Profile; every field may be missing. */
interface Profile {
  company?: { name?: string; aliases?: string[] };
  function?: { nl?: string; en?: string };
  manager?: { name?: string; email?: string };
  working_hours?: { days?: string[]; from?: string; to?: string };
  products?: string[];
  competitors?: string[];
  confidential?: string[];
  expertise?: string[];
}

/** storage.local "settings". */
interface Settings {
  uiLanguage: "auto" | UiLanguage;
  port: number;
  sites: Record<SiteName, boolean>;
  /** Ids of guidelines ("obscenity") and rules ("nl/insult/you-are-a"). */
  off: string[];
  /** Seconds before "Post anyway" opens, 0 to 60. */
  pauseSeconds: { pause: number; consult: number };
  /** Milliseconds since 1970; 0 when not paused. */
  pausedUntil: number;
  profile: Profile;
  /** 0 is off. */
  workTime: { minutes: number; posts: number };
  /** "x.com" (a whole host) or "www.linkedin.com/jobs/" (one page). */
  offPages: string[];
}

/** storage.managed: what an employer may set. Nothing here can change the host, or take "Post anyway" away. */
interface Managed {
  /** Guidelines that stay on. */
  on: string[];
  pauseSeconds: { pause?: number; consult?: number };
  /** A sentence shown in the pause panel, a language each. */
  note: { nl?: string; en?: string };
}

/** storage.local "later": a draft, or a link to answer, kept because the writer asked to. Gone after seven days. */
interface Later {
  id: string;
  what: "draft" | "reply";
  text: string;
  site: SiteName;
  url: string;
  created: number;
  /** When to remind, in ms since 1970; 0 for never. */
  due: number;
  /** The time has come and was shown (badge, and a notification where allowed). */
  reminded: boolean;
}

/** GET /v1/rules */
interface Bilingual { nl: string; en: string }
interface RuleInfo { id: string; language: "nl" | "en" | "common"; level: Level; title: Bilingual; description: Bilingual; example: string }
/** "reminder" is about what somebody does, not about a text: it has no rules. */
interface GuidelineInfo { id: string; level: Level | "reminder"; title: Bilingual; message: Bilingual; advice: Bilingual; source: string; rules: RuleInfo[] }
interface RuleList {
  guidelines: GuidelineInfo[];
  profiles: { source: string; sha256: string; employer: boolean }[];
  profile_sets: string[];
}

/** From _locales/<language>/words.js; _locales/<language>/messages.json only holds what the manifest needs. */
type Words = Record<string, string>;

/** What a content script may know of the settings. */
interface PageSettings {
  words: Words;
  language: UiLanguage;
  /** False when the site, this page, or everything for now is off. */
  on: boolean;
  pauseSeconds: { pause: number; consult: number };
  note: string;
}

/** Every message: what is asked, what is answered. Sent as {kind, ...ask}. */
interface ContentMessages {
  "settings": { ask: {}; answer: PageSettings };
  "check": { ask: { draft: Draft }; answer: Checked };
  "later": { ask: { text: string }; answer: { kept: boolean } };
  "turn-off": { ask: { what: "rule" | "page" | "site"; rule?: string }; answer: {} };
  /** `mail`: a mail to the manager was opened; otherwise the page is asked to copy the text. */
  "consult": { ask: { text: string }; answer: { mail: boolean } };
  /** Seconds of composing since the last message, and a post that went out. `note` asks for the one gentle note. */
  "composed": { ask: { seconds: number; posted: string | null }; answer: { note: boolean } };
}

interface PageMessages {
  "state": { ask: {}; answer: Connection };
  "test": { ask: {}; answer: Connection };
  "pair": { ask: { token: string; port: number }; answer: Connection };
  "unpair": { ask: {}; answer: Connection };
  "rules": { ask: {}; answer: { state: "ok"; rules: RuleList } | Connection & { state: Unchecked } };
  "try": { ask: { text: string }; answer: Checked };
  "settings-all": { ask: {}; answer: { settings: Settings; managed: Managed; paired: boolean } };
  /** Top-level keys are replaced; what is not valid is left as it was. */
  "settings-set": { ask: { patch: Partial<Settings> }; answer: { settings: Settings } };
  "later-list": { ask: {}; answer: { later: Later[] } };
  "later-remove": { ask: { id: string }; answer: {} };
  "later-due": { ask: { id: string; due: number }; answer: {} };
}

/** From the background to a page: something in the settings or the connection changed; read them again and check again. */
interface ToContent { kind: "settings-changed" }
