//! Small parts that several steps share.
//!
//! A text that may change is the `textContent` of an element of its own. Page translators put nodes of theirs in the place
//! of text nodes, and Yew would write what changes into a node that is no longer in the page. Setting the property takes
//! away whatever stands there by then, and what does not change keeps its translation.

use super::picture::picture;
use crate::session::{Action, Event, InstructionRow, Link, More, NoteRows, NoticeRow, SourceRow};
use yew::prelude::*;

/// Sends the event on a click, but not on the second click of a double click: by then another step is under the
/// pointer, and it was not meant.
pub(super) fn press(event: &Event, on_event: &Callback<Event>) -> Callback<MouseEvent> {
    let (event, on_event) = (event.clone(), on_event.clone());
    Callback::from(move |click: MouseEvent| {
        if click.detail() <= 1 {
            on_event.emit(event.clone());
        } else {
            click.prevent_default();
        }
    })
}

/// The one choice that stands out.
pub(super) fn primary_button(action: &Action, on_event: &Callback<Event>) -> Html {
    button("button primary", action, on_event)
}

/// A choice beside the primary one.
pub(super) fn button_beside(action: &Action, on_event: &Callback<Event>) -> Html {
    button("button", action, on_event)
}

/// The choice that leads to a danger's advice.
pub(super) fn danger_button(action: &Action, on_event: &Callback<Event>) -> Html {
    button("button danger", action, on_event)
}

/// Something small to press.
pub(super) fn text_button(action: &Action, on_event: &Callback<Event>) -> Html {
    button("text-button", action, on_event)
}

fn button(class: &'static str, action: &Action, on_event: &Callback<Event>) -> Html {
    html! { <button type="button" {class} onclick={press(&action.event, on_event)} ~textContent={&action.label} /> }
}

/// A link out of the page. The page stays, with the record on it.
pub(super) fn link(link: &Link) -> Html {
    html! { <a href={link.url.clone()} target="_blank" rel="noopener noreferrer" ~textContent={&link.label} /> }
}

/// A list of things to tick.
pub(super) fn checklist(rows: &[InstructionRow], on_event: &Callback<Event>) -> Html {
    let row = |it: &InstructionRow| {
        let check = check(&it.text, &Html::default(), it.is_ticked, &it.event, on_event);
        html! { <li>{check}{for it.picture.iter().map(picture)}</li> }
    };
    html! { <ul class="checks">{for rows.iter().map(row)}</ul> }
}

/// One thing to tick, and what stands beside it.
pub(super) fn check(text: &str, beside: &Html, is_ticked: bool, event: &Event, on_event: &Callback<Event>) -> Html {
    let (event, on_event) = (event.clone(), on_event.clone());
    let onchange = Callback::from(move |_| on_event.emit(event.clone()));
    // As with buttons, the second click of a double click was meant for something else.
    let onclick = Callback::from(|click: MouseEvent| {
        if click.detail() > 1 {
            click.prevent_default();
        }
    });
    html! {
        <label {onclick}><input type="checkbox" checked={is_ticked} {onchange} /><span ~textContent={text} />{beside.clone()}</label>
    }
}

/// Claims, each with how far it is confirmed; the remark leads to the source.
pub(super) fn notices(rows: &[NoticeRow]) -> Html {
    html! { <>{for rows.iter().map(notice)}</> }
}

fn notice(row: &NoticeRow) -> Html {
    let trust = match row.link.clone() {
        // Several remarks may read alike; the label tells their links apart. The title is for those who point at it: on
        // the link itself, it would be read out as well.
        Some(Link { label, url }) => html! {
            <small>
                {"("}
                <a href={url} target="_blank" rel="noopener noreferrer" aria-label={format!("{}: {label}", row.trust)}>
                    <span title={label} ~textContent={&row.trust} />
                </a>
                {")"}
            </small>
        },
        None => html! { <small ~textContent={format!("({})", row.trust)} /> },
    };
    html! {
        <p class="notice">
            <span ~textContent={&row.text} />
            if !row.trust.is_empty() {
                {" "}{trust}
            }
        </p>
    }
}

/// A text behind what it is about.
pub(super) fn headed(label: &str, text: &str) -> Html {
    html! { <><b ~textContent={label} />{" "}<span ~textContent={text} /></> }
}

/// What is worth knowing besides, behind its heading.
pub(super) fn more(more: &More) -> Html {
    if more.rows.is_empty() && more.notes.is_empty() {
        return Html::default();
    }
    html! {
        <details class="more">
            <summary ~textContent={&more.heading} />
            <div>{notices(&more.rows)}{for more.notes.iter().map(headed_notices)}</div>
        </details>
    }
}

fn headed_notices(headed: &NoteRows) -> Html {
    html! { <><h3 class="subheading" ~textContent={&headed.heading} />{notices(&headed.rows)}</> }
}

/// The sources of a step, behind their heading.
pub(super) fn sources(label: &str, rows: &[SourceRow]) -> Html {
    let source = |row: &SourceRow| {
        let title = match row.url.clone() {
            Some(url) => link(&Link { label: row.title.clone(), url }),
            None => html! { <span ~textContent={&row.title} /> },
        };
        html! { <li>{title}if !row.trust.is_empty() { <span ~textContent={&row.trust} /> }</li> }
    };
    html! { <details class="sources"><summary ~textContent={label} /><ul>{for rows.iter().map(source)}</ul></details> }
}
