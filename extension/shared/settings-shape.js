/** What the settings look like, for a file that is imported and for what a page asks to be kept. */
import { listOf, object, oneOf, whole, words, yesOrNo } from "./shape.js";

const terms = listOf(words(200), 500);
const hour = words(5, /^$|^([01]\d|2[0-3]):[0-5]\d$/);

const profileShape = object({
  company: object({ name: words(200), aliases: terms }),
  function: object({ nl: words(200), en: words(200) }),
  manager: object({ name: words(200), email: words(200, /^$|^[^\s@]+@[^\s@]+$/) }),
  working_hours: object({ days: listOf(oneOf("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 7), from: hour, to: hour }),
  products: terms,
  competitors: terms,
  confidential: terms,
  expertise: terms,
});

/** @type {Record<keyof Settings, import("./shape.js").Shape>} */
const settingsKeys = {
  uiLanguage: oneOf("auto", "nl", "en"),
  port: whole(1, 65535),
  sites: object({ x: yesOrNo, facebook: yesOrNo, linkedin: yesOrNo }),
  off: listOf(words(120, /^[a-z0-9-]+(\/[a-z0-9-]+)*$/), 2000),
  pauseSeconds: object({ pause: whole(0, 60), consult: whole(0, 60) }),
  pausedUntil: whole(0, Number.MAX_SAFE_INTEGER),
  profile: profileShape,
  workTime: object({ minutes: whole(0, 1440), posts: whole(0, 1000) }),
  offPages: listOf(words(500, /^[a-z0-9.-]+(\/\S*)?$/), 500),
};

export const settingsShape = object(settingsKeys);
