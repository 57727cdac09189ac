//! Reading battery levels instead of looking.

use super::parts::{button_beside, notices, text_button};
use crate::session::{Event, LevelRow, Levels, ReadingScreen, ReadingState};
use yew::prelude::*;

pub(super) fn reading(screen: &ReadingScreen, on_event: &Callback<Event>) -> Html {
    html! {
        <details class="reading" open={screen.is_open}>
            <summary>{&screen.heading}</summary>
            <div>
                {for screen.levels.iter().map(levels)}
                {for screen.texts.iter().map(|it| html! { <p>{it}</p> })}
                {for screen.state.iter().map(|it| state(it, on_event))}
                {for screen.check.iter().map(|it| html! { <p>{text_button(it, on_event)}</p> })}
                {notices(&screen.remark)}
            </div>
        </details>
    }
}

/// The first button stays the same one in all states, so that a focus on it is not lost. It has a place of its own for
/// that: which of two lists' nodes are the same is decided from their ends.
fn state(state: &ReadingState, on_event: &Callback<Event>) -> Html {
    let (said, actions) = match state {
        ReadingState::Ready { actions } => (Html::default(), actions.clone()),
        ReadingState::Running { text, hint, stop } => {
            let said = html! {
                <>
                    <p class="busy">{text}</p>
                    if !hint.is_empty() {
                        <p>{hint}</p>
                    }
                </>
            };
            (said, vec![stop.clone()])
        }
        ReadingState::Failed { text, advice, detail, actions } => {
            (html! { <><p><b>{text}</b>{" "}{advice}</p><p class="detail">{detail}</p></> }, actions.clone())
        }
    };
    html! {
        <>
            <div class="said">{said}</div>
            <div class="two quiet">
                <>{for actions.iter().take(1).map(|it| button_beside(it, on_event))}</>
                <>{for actions.iter().skip(1).map(|it| button_beside(it, on_event))}</>
            </div>
        </>
    }
}

fn levels(levels: &Levels) -> Html {
    html! {
        <>
            <p class="when">{&levels.heading}</p>
            <ul class="levels">{for levels.rows.iter().map(level)}</ul>
            if !levels.hint.is_empty() {
                <p>{&levels.hint}</p>
            }
        </>
    }
}

fn level(row: &LevelRow) -> Html {
    html! {
        <li>
            <span>{&row.unit}</span>
            <span>{&row.text}</span>
            if let Some(percent) = row.percent {
                // The level beside it says the same.
                <progress class="meter" max="100" value={percent.to_string()} aria-hidden="true" />
            }
        </li>
    }
}
