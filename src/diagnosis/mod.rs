//! The diagnosis: evidence in, odds of the faults and the cheapest next step out.
//!
//! This room is pure and may name `guide` only. One hidden fault is assumed; the method is decision-theoretic
//! troubleshooting (Heckerman, Breese, Rommelse, CACM 38(3), 1995, doi 10.1145/203330.203341).

mod belief;
mod bounds;
#[cfg(not(target_arch = "wasm32"))]
mod exhaustive;
mod first;
mod insight;
#[cfg(not(target_arch = "wasm32"))]
mod methods;
mod model;
mod plan;
mod rounds;
mod search;
mod set;

pub use belief::{Belief, Known};
#[cfg(not(target_arch = "wasm32"))]
pub use exhaustive::{expected_minutes, least_minutes};
#[cfg(not(target_arch = "wasm32"))]
pub use methods::Method;
pub use model::{Model, QuestionModel, RepairModel};
pub use plan::{Expected, Move, Plan};
pub use search::{N_STATES, Search, budget, plan};
pub use set::Set;
