// Who walks through the built-in guide: what they find at each question, and which repair helps them, by the names
// that the record has. They are not sure about what is not here, and what is not here does not help.

/** The metal contacts of one earbud are dirty. */
export const DIRTY = { "what-fails": "one-bud", "dock-light": "no", "dry-wipe": "fixed" };
/** The battery of one earbud is worn: it docks, but does not charge. */
export const WORN = {
  "what-fails": "one-bud",
  "dock-light": "yes",
  "still-connected": "drops",
  "temperature": "ordinary",
  "age": "over-2",
};
/** The case has been empty for long, and its cable is broken. */
export const NO_POWER = {
  "what-fails": "both-buds",
  "case-light": "none",
  "light-on-cable": "none",
  "stored-long": "no",
  "got-wet": "no",
  "charged-how": "cable",
  "other-cable": "fixed",
};
/** The earbuds were in the rain. */
export const RAINED_ON = { "what-fails": "both-buds", "case-light": "none", "stored-long": "no", "got-wet": "yes-dry" };
/** All charges, but an earbud is empty again soon. */
export const DRAINED = { "what-fails": "drains", "dock-light": "yes", "still-connected": "drops" };
/** What cannot well be true all together. */
export const CONTRADICTORY = {
  "what-fails": "drains",
  "dock-light": "no",
  "case-light": "none",
  "got-wet": "no",
  "which-tips": "other-or-loose",
};
/** The case does not charge, and its light is red. */
export const RED_LIGHT = { "what-fails": "case", "light-on-cable": "red-or-flashing" };
