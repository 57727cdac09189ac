//! Reading battery levels instead of looking.

use super::parts::{button_beside, headed, notices, text_button};
use crate::session::{Event, LevelRow, Levels, ReadingScreen, ReadingState};
use yew::prelude::*;

pub(super) fn reading(screen: &ReadingScreen, on_event: &Callback<Event>) -> Html {
    html! {
        <details class="reading" open={screen.is_open}>
            <summary ~textContent={&screen.heading} />
            <div>
                {for screen.levels.iter().map(levels)}
                {for screen.texts.iter().map(|it| html! { <p ~textContent={it} /> })}
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
                    <p class="busy" ~textContent={text} />
                    if !hint.is_empty() {
                        <p ~textContent={hint} />
                    }
                </>
            };
            (said, vec![stop.clone()])
        }
        ReadingState::Failed { text, advice, detail, actions } => {
            (html! { <><p>{headed(text, advice)}</p><p class="detail" ~textContent={detail} /></> }, actions.clone())
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
            <p class="when" ~textContent={&levels.heading} />
            <ul class="levels">{for levels.rows.iter().map(level)}</ul>
            if !levels.hint.is_empty() {
                <p ~textContent={&levels.hint} />
            }
        </>
    }
}

fn level(row: &LevelRow) -> Html {
    html! {
        <li>
            <span ~textContent={&row.unit} />
            <span ~textContent={&row.text} />
            if let Some(percent) = row.percent {
                // The level beside it says the same.
                <progress class="meter" max="100" value={percent.to_string()} aria-hidden="true" />
            }
        </li>
    }
}
