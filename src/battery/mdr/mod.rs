//! MDR, the protocol that devices of one maker speak over a serial channel (RFCOMM): frames, what is asked, what is
//! answered, and the talk as a whole.
//!
//! The maker has not published it. What is known comes from Gadgetbridge, BudsLink and other projects that speak it.
//! **In its first version the opcode 22, which asks for a battery in the second, switches the device off.** So nothing
//! but the handshake is ever sent before the device has shown that it speaks the second, and there is no way to send
//! anything that is not a [`Request`] or an acknowledgement.

mod answer;
mod decoder;
mod frame;
mod request;
mod talk;

pub use answer::{Answer, answer};
pub use decoder::Decoder;
pub use frame::{Frame, Kind};
pub use request::{Battery, Request};
pub use talk::{Failure, Progress, Talk};
