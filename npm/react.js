// The element, for React 19 and newer, which sets attributes and properties of custom elements by itself. What is here
// besides are the types of its JSX.
import "./index.js";
