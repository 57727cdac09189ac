//! Readings of battery levels in a session: what is offered, what they answer, and what is said when there is none.

mod reader;

mod answering;
mod attempting;
mod failing;
mod offering;
