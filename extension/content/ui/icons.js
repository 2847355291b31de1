/** The few pictures, as the d of a path on 24 by 24. */
const icons = {
  pause: "M9 6v12M15 6v12",
  check: "M6 12.5l4 4 8-9",
  unchecked: "M7 12h10",
  off: "M8 8l8 8M16 8l-8 8",
  close: "M7 7l10 10M17 7L7 17",
  previous: "M14 7l-5 5 5 5",
  next: "M10 7l5 5-5 5",
};
