/**
 * What a value must look like, said in a few words, and where one does not. Used where data comes from outside: a settings
 * file somebody imports, a policy an employer set, a message. Faults hold the place and what was expected, never the value.
 *
 * @typedef {{ place: string, key: string, values: (string | number)[] }} Fault  `key` is a sentence in _locales.
 * @typedef {(value: unknown, place: string) => Fault[]} Shape
 */

/** @param {string} place @param {string} key @param {...(string | number)} values @returns {Fault[]} */
const fault = (place, key, ...values) => [{ place, key, values }];

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @type {Shape} */
export const yesOrNo = (value, place) => (typeof value === "boolean" ? [] : fault(place, "shape_yes_or_no"));

/** @param {...string} choices @returns {Shape} */
export const oneOf = (...choices) => (value, place) =>
  typeof value === "string" && choices.includes(value) ? [] : fault(place, "shape_one_of", choices.join(", "));

/** @param {number} least @param {number} most @returns {Shape} */
export const whole = (least, most) => (value, place) =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most ? [] : fault(place, "shape_whole", least, most);

/** @param {number} longest @param {RegExp} [like] @returns {Shape} */
export const words = (longest, like) => (value, place) => {
  if (typeof value !== "string") return fault(place, "shape_text");
  if (value.length > longest) return fault(place, "shape_text_long", longest);
  return like && !like.test(value) ? fault(place, "shape_text_form") : [];
};

/** @param {Shape} each @param {number} most @returns {Shape} */
export const listOf = (each, most) => (value, place) => {
  if (!Array.isArray(value)) return fault(place, "shape_list");
  if (value.length > most) return fault(place, "shape_list_long", most);
  return value.flatMap((item, index) => each(item, `${place}[${index}]`));
};

/** Every key may be missing; a key that is not named here is a fault. @param {Record<string, Shape>} keys @returns {Shape} */
export const object = (keys) => (value, place) => {
  if (!isObject(value)) return fault(place, "shape_object");
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = place ? `${place}.${key}` : key;
    return Object.hasOwn(keys, key) ? keys[key]?.(inner, here) ?? [] : fault(here, "shape_unknown");
  });
};
