import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { FaultFinderAttributes, FaultFinderElement, FaultFinderEventMap } from "./index.js";

/** `onfault-finder-step` and the like; React 19 listens under the event's own name behind `on`. */
type Listeners = {
  [Name in keyof FaultFinderEventMap as `on${Name}`]?: (event: FaultFinderEventMap[Name]) => void;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "fault-finder": DetailedHTMLProps<HTMLAttributes<FaultFinderElement>, FaultFinderElement> &
        FaultFinderAttributes &
        Listeners;
    }
  }
}
