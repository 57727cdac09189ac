// Where a person is in the flow, and what an answer changes. The peers share it, so that they differ in drawing alone.

import { FLOW } from "#flow";

const { steps, support, fixed } = FLOW;

export const { words } = FLOW;
export const START = { at: 0, isFixed: false };

export const toFixed = ({ at }) => ({ at, isFixed: true });
export const toNext = ({ at }) => ({ at: at + 1, isFixed: false });
export const toPrevious = ({ at, isFixed }) => ({ at: isFixed ? at : at - 1, isFixed: false });

/** What there is to see: a step or an end, its place among the steps, and what can be done. */
export function screenOf({ at, isFixed }) {
  const isStep = !isFixed && at < steps.length;
  return {
    checklist: [],
    ...(isFixed ? fixed : isStep ? steps[at] : support),
    number: at + 1,
    nSteps: steps.length + 1,
    asks: isStep,
    isFirst: at === 0 && !isFixed,
  };
}
