// The flow in Svelte: its component is the element.

import "./Flow.svelte";
