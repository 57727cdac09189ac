//! The app: the one component with state. It takes events to the session, runs the effects, and draws the screen.

mod address;
mod clock;
mod component;
mod effects;
mod failure;
mod idle;
mod json;
mod mounted;
mod notice;
mod notification;
mod opening;
mod page_title;
mod place;
mod storage;
mod watch;

pub use component::{App, AppProps, Msg};
pub use effects::stored_language;
pub use failure::show_failure;
pub use json::{Unreadable, parse as parse_json};
pub use mounted::{Link, Mounted};
pub use notice::dispatch_error;
pub use opening::Kept;
pub use page_title::title_prefix;
