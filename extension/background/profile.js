/** The writer's profile. The helper refuses keys it doesn't know, so only what it knows is kept. */

/** @param {any} raw @returns {Profile} */
export function asProfile(raw) {
  const given = raw && typeof raw === "object" ? raw : {};
  return withoutEmpty({
    company: withoutEmpty({ name: asText(given.company?.name), aliases: asTerms(given.company?.aliases) }),
    function: withoutEmpty({ nl: asText(given.function?.nl), en: asText(given.function?.en) }),
    manager: withoutEmpty({ name: asText(given.manager?.name), email: asText(given.manager?.email) }),
    working_hours: withoutEmpty({
      days: asTerms(given.working_hours?.days)?.filter((day) => /^(mon|tue|wed|thu|fri|sat|sun)$/.test(day)),
      from: asTime(given.working_hours?.from),
      to: asTime(given.working_hours?.to),
    }),
    products: asTerms(given.products),
    competitors: asTerms(given.competitors),
    confidential: asTerms(given.confidential),
    expertise: asTerms(given.expertise),
  });
}

/** @param {unknown} value */
function asText(value) {
  return typeof value === "string" ? value.trim().slice(0, 200) : undefined;
}

/** @param {unknown} value */
function asTime(value) {
  return typeof value === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? value : undefined;
}

/** @param {unknown} value @returns {string[] | undefined} */
function asTerms(value) {
  if (!Array.isArray(value)) return undefined;
  return value.filter((term) => typeof term === "string" && term.trim()).map((term) => term.trim().slice(0, 200)).slice(0, 500);
}

/** @template {object} T @param {T} record @returns {T} */
function withoutEmpty(record) {
  const full = Object.entries(record).filter(([, value]) => value && (typeof value !== "object" || Object.keys(value).length > 0));
  return /** @type {T} */ (Object.fromEntries(full));
}
