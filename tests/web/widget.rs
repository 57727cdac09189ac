//! The widget as a person uses it.

use crate::page::{Page, article, document, told};
use fault_finder::session::Settings;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_walk_ends_with_the_fix() {
    let page = Page::open(article()).await;
    assert_eq!(page.heading(), "Is any of this true right now?");
    assert!(!page.has_focus_on_heading(), "the page is the person's until they press something");
    page.press("None of these").await;
    assert_eq!(page.heading(), "Plug it in");
    assert!(page.has_focus_on_heading());
    page.press("It lights up").await;
    assert_eq!(page.heading(), "Your lamp works again");
    assert!(page.has_focus_on_heading());
    page.close();
}

#[wasm_bindgen_test]
async fn a_walk_ends_with_support_and_a_record() {
    let page = Page::open(article()).await;
    page.press("None of these").await;
    page.press("Can’t do this").await;
    page.press("Did that already").await;
    page.press("Still dark").await;
    assert_eq!(page.heading(), "Ask Acme");
    for line in ["Plug it in: not tried", "Let it cool: was done before", "Change the bulb: did not help"] {
        assert!(page.record().contains(line), "{}", page.record());
    }
    page.close();
}

#[wasm_bindgen_test]
async fn checkboxes_stay_checked() {
    let page = Page::open(article()).await;
    page.tick("It sparks").await;
    assert!(page.is_ticked("It sparks"));
    page.tick("It sparks").await;
    page.press("None of these").await;
    page.tick("Push the plug in.").await;
    page.press("Still dark").await;
    page.press("Back").await;
    assert!(page.is_ticked("Push the plug in."));
    assert!(!page.is_ticked("Press the switch."));
    page.close();
}

#[wasm_bindgen_test]
async fn the_second_click_of_a_double_click_skips_no_step() {
    let page = Page::open(article()).await;
    page.press("None of these").await;
    page.press("Still dark").await;
    page.press_second("Still dark").await;
    assert_eq!(page.heading(), "Let it cool");
    page.close();
}

#[wasm_bindgen_test]
async fn a_countdown_keeps_the_focus_and_is_announced() {
    let page = Page::open(article()).await;
    page.press("None of these").await;
    page.press("Still dark").await;
    page.press("Start 10 min countdown").await;
    assert!(page.has_focus_on_heading());
    assert_eq!(page.announcement(), "Countdown started: 10 minutes.");
    page.close();
}

#[wasm_bindgen_test]
async fn a_stored_session_is_taken_up_again_and_can_be_forgotten() {
    let settings = Settings { is_stored: true, ..article() };
    let page = Page::open(settings.clone()).await;
    page.press("None of these").await;
    page.press("Still dark").await;
    page.tick("Switch it off.").await;
    page.close();
    let page = Page::open(settings.clone()).await;
    assert_eq!(page.heading(), "Let it cool");
    assert!(page.is_ticked("Switch it off."));
    page.press("Forget this").await;
    page.close();
    let page = Page::open(settings).await;
    assert_eq!(page.heading(), "Is any of this true right now?");
    page.close();
}

#[wasm_bindgen_test]
async fn a_session_that_is_not_stored_leaves_no_trace() {
    let storage = web_sys::window().unwrap().local_storage().unwrap().unwrap();
    storage.clear().unwrap();
    let page = Page::open(article()).await;
    page.press("None of these").await;
    page.press("Still dark").await;
    assert_eq!(storage.length().unwrap(), 0);
    page.close();
}

#[wasm_bindgen_test]
async fn the_host_is_told() {
    let page = Page::open(article()).await;
    let answers = told(&page.host, "fault-finder-answer");
    let outcomes = told(&page.host, "fault-finder-outcome");
    page.press("None of these").await;
    page.press("It lights up").await;
    assert!(answers.borrow().last().unwrap().contains(r#""step":"plug","choice":"fixed""#), "{answers:?}");
    assert!(outcomes.borrow()[0].contains(r#""outcome":"fixed""#), "{outcomes:?}");
    assert!(outcomes.borrow()[0].contains(r#""guide":"desk-lamp-dark""#), "{outcomes:?}");
    page.close();
}

#[wasm_bindgen_test]
async fn the_title_of_the_page_stays_its_own() {
    document().set_title("Help");
    let page = Page::open(article()).await;
    page.press("None of these").await;
    assert_eq!(document().title(), "Help");
    page.close();
}

const QUESTION: &str = "Does another device work in the same socket?";

/// A widget that asks, at its question.
async fn at_question() -> Page {
    let page = Page::open(Settings::default()).await;
    page.press("None of these").await;
    page.press("Still dark").await;
    assert_eq!(page.heading(), QUESTION);
    page
}

#[wasm_bindgen_test]
async fn a_question_is_drawn_and_answered() {
    let page = at_question().await;
    assert_eq!(page.choices(), ["Yes", "No"]);
    assert!(page.ahead().starts_with("About "), "{}", page.ahead());
    let (n_causes, percents) = page.causes();
    assert_eq!(n_causes, 3);
    assert!((99..=101).contains(&percents), "{percents}");
    let answers = told(&page.host, "fault-finder-answer");
    page.press("Yes").await;
    assert_eq!(page.heading(), "Change the bulb");
    assert!(answers.borrow()[0].contains(r#""step":"other-device","choice":"yes""#), "{answers:?}");
    page.press("It lights up").await;
    assert!(page.record().contains(&format!("{QUESTION} Yes (")), "{}", page.record());
    page.close();
}

#[wasm_bindgen_test]
async fn the_focus_goes_to_the_heading_of_each_step_that_is_asked() {
    let page = at_question().await;
    assert!(page.has_focus_on_heading());
    page.press("Later").await;
    assert_ne!(page.heading(), QUESTION);
    assert!(page.has_focus_on_heading());
    page.press("Get support").await;
    assert_eq!(page.heading(), "Ask Acme");
    assert!(page.has_focus_on_heading());
    page.press("Back").await;
    page.press("Back").await;
    assert_eq!(page.heading(), QUESTION);
    assert!(page.has_focus_on_heading());
    page.close();
}

#[wasm_bindgen_test]
async fn not_sure_leads_on() {
    let page = at_question().await;
    let before = page.causes();
    page.press("Not sure").await;
    assert_ne!(page.heading(), QUESTION);
    assert_eq!(page.causes(), before);
    page.close();
}

#[wasm_bindgen_test]
async fn the_second_click_of_a_double_click_answers_no_question() {
    let page = Page::open(Settings::default()).await;
    page.press("None of these").await;
    page.press("Still dark").await;
    page.press_second("No").await;
    assert_eq!(page.heading(), QUESTION);
    page.close();
}
