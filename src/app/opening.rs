//! Which session an app opens: what its element has kept, the one in the page's address, or the visitor's own.

use super::component::AppProps;
use super::{clock, effects, notice};
use crate::session::{Event, LinkProblem, Saved, Session, Shared};
use web_sys::HtmlElement;

/// What an element keeps of its session while it is out of the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Kept {
    /// The visitor's own session.
    Own(Saved),
    /// The session of somebody else.
    Shared(Shared),
}

impl Kept {
    pub(super) fn new(session: &Session) -> Kept {
        session.shared().map_or_else(|| Kept::Own(session.saved().clone()), Kept::Shared)
    }
}

/// The session that an app opens in a page that it has come into.
pub(super) fn first(props: &AppProps) -> Session {
    effects::forget_expired();
    let guide = &props.guide.id;
    match props.kept.clone() {
        Some(Kept::Own(saved)) if saved.guide == *guide => {
            effects::store(&props.settings, &saved);
            own(props, Some(saved))
        }
        Some(Kept::Shared(shared)) if shared.saved.guide == *guide => open(props, shared),
        Some(Kept::Own(_) | Kept::Shared(_)) | None => by_address(props, None),
    }
}

/// The session that the page's address holds; where it holds none, the visitor's own, with what is known of it here.
pub(super) fn by_address(props: &AppProps, known: Option<Saved>) -> Session {
    match effects::shared(&props.guide) {
        Some(Ok(shared)) => open(props, shared),
        Some(Err(problem)) if problem != LinkProblem::OtherGuide || is_alone(&props.host) => {
            let mut session = own(props, known);
            let error = format!("link: {}", session.refuse_link(problem));
            notice::dispatch_error(&props.host, &props.guide.id, &[error]);
            session
        }
        Some(Err(_)) | None => own(props, known),
    }
}

fn open(props: &AppProps, shared: Shared) -> Session {
    Session::open(props.guide.clone(), effects::with_access(props.settings.clone()), shared, clock::now())
}

fn own(props: &AppProps, known: Option<Saved>) -> Session {
    let (guide, settings, now) = (props.guide.clone(), effects::with_access(props.settings.clone()), clock::now());
    let mut session = match known.or_else(|| effects::stored(&settings, &guide)) {
        Some(saved) => Session::resume(guide, settings, saved, now),
        None => Session::new(guide, settings, now),
    };
    // A wait may have ended while the page was closed. What it has to say is on the screen, so that only the live region
    // would repeat it.
    drop(session.update(Event::Ticked, now));
    session
}

/// Whether no other element in the page could be the one that a link is for.
fn is_alone(host: &HtmlElement) -> bool {
    let document = web_sys::window().and_then(|it| it.document());
    let elements = document.and_then(|it| it.query_selector_all(&host.local_name()).ok());
    elements.is_none_or(|it| it.length() <= 1)
}
