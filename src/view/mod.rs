//! The view: a screen in, HTML out. Nothing is decided here; what is pressed goes out as an event.

mod banner;
mod could_be;
mod dangers;
mod details;
mod failure;
mod fixed;
mod languages;
mod parts;
mod picture;
mod question;
mod reading;
mod record;
mod repair;
mod review;
mod service;
mod share;
mod stopped;
mod trail;
mod wait;
mod widget;

pub use failure::{Failure, FailureProps};
pub use widget::{Widget, WidgetProps};
