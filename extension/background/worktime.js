/** Working time: two numbers for today, in the browser's session memory and nowhere else, for one gentle note. */

/** @typedef {{ day: string; seconds: number; posts: number; told: boolean }} Today */

const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** @param {Settings} settings @param {number} seconds @param {number} posts @param {Date} now @returns {Promise<boolean>} whether to say something */
export async function countWorkTime(settings, seconds, posts, now) {
  const { minutes, posts: mostPosts } = settings.workTime;
  if ((!minutes && !mostPosts) || !isWorkingHour(settings.profile.working_hours, now)) return false;
  const day = now.toDateString();
  const { worktime } = /** @type {{ worktime?: Today }} */ (await chrome.storage.session.get("worktime"));
  const old = worktime?.day === day ? worktime : { day, seconds: 0, posts: 0, told: false };
  const today = { ...old, seconds: old.seconds + seconds, posts: old.posts + posts };
  const tooMuch = (minutes > 0 && today.seconds >= minutes * 60) || (mostPosts > 0 && today.posts > mostPosts);
  const tell = tooMuch && !today.told;
  await chrome.storage.session.set({ worktime: { ...today, told: today.told || tell } });
  return tell;
}

/** @param {Profile["working_hours"]} hours @param {Date} now */
export function isWorkingHour(hours, now) {
  if (!hours?.from || !hours.to) return false;
  const time = `${String(now.getHours()).padStart(2, "0")}:${String(now.getMinutes()).padStart(2, "0")}`;
  const today = !hours.days?.length || hours.days.includes(DAYS[now.getDay()] ?? "");
  return today && hours.from <= time && time < hours.to;
}
