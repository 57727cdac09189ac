//! The link to the session.

use super::parts::button_beside;
use crate::session::{Event, ShareLink, ShareScreen, qr_code};
use yew::prelude::*;

pub(super) fn share(screen: &ShareScreen, on_event: &Callback<Event>) -> Html {
    html! {
        <section class="share">
            <h3 class="subheading" ~textContent={&screen.heading} />
            {match &screen.link {
                ShareLink::TooLong { text } => html! { <p class="soft" ~textContent={text} /> },
                ShareLink::Made { url, copy, copied, code_label } => html! {
                    <>
                        <p class="soft" ~textContent={&screen.hint} />
                        // Where copying is refused, it can be selected as a whole.
                        <div class="field address">
                            <textarea readonly={true} rows="1" dir="ltr" aria-label={screen.heading.clone()}
                                value={url.clone()} />
                        </div>
                        {button_beside(copy, on_event)}
                        if !copied.is_empty() {
                            <p class="soft" ~textContent={copied} />
                        }
                        <details>
                            <summary ~textContent={code_label} />
                            <Code url={url.clone()} label={code_label.clone()} />
                        </details>
                    </>
                },
            }}
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CodeProps {
    url: AttrValue,
    label: AttrValue,
}

/// The QR code of the link. As a component it is made anew only when the link has changed.
#[component]
fn Code(props: &CodeProps) -> Html {
    let Some(code) = qr_code(&props.url) else { return Html::default() };
    let size = code.size;
    html! {
        <svg class="code" viewBox={format!("0 0 {size} {size}")} role="img" aria-label={props.label.clone()}>
            <path d={code.path} />
        </svg>
    }
}
