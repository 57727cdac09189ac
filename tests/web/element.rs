//! What the class of the element calls.

use crate::page::{document, host, told};
use fault_finder::element::{Handle, KeptSession, load, mount};
use js_sys::Function;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, ShadowRoot};

const GUIDE: &str = "sony-wf-1000xm4-not-charging";
const DANGER_QUESTION: &str = "Is any of this true now, or was it when you last charged?";

async fn mounted(host: &HtmlElement, shadow: &ShadowRoot, kept: Option<KeptSession>) -> Option<Handle> {
    let loaded = load(host.clone()).await;
    let shadow = shadow.clone();
    let put = Closure::<dyn FnMut(Element, bool)>::new(move |node: Element, is_widget: bool| {
        node.set_id(if is_widget { "of-widget" } else { "of-failure" });
        shadow.replace_children_with_node_1(&node);
    });
    let on_node = put.as_ref().unchecked_ref();
    let handle =
        mount(host.clone(), loaded, kept, on_node, Function::default(), Function::default(), Function::default())
            .unwrap();
    yew::scheduler::flush().await;
    handle
}

fn heading(shadow: &ShadowRoot) -> String {
    shadow.query_selector("h2").unwrap().unwrap().text_content().unwrap()
}

#[wasm_bindgen_test]
async fn a_built_in_guide_is_mounted() {
    let (host, shadow) = host();
    host.set_attribute("guide", GUIDE).unwrap();
    let handle = mounted(&host, &shadow, None).await.unwrap();
    assert_eq!(heading(&shadow), DANGER_QUESTION);
    assert!(shadow.get_element_by_id("of-widget").is_some());
    handle.unmount();
    host.remove();
}

#[wasm_bindgen_test]
async fn a_guide_that_does_not_exist_is_told() {
    for (guide, error) in [
        (Some("no-such-guide"), "there is no guide \\\"no-such-guide\\\"; there are: sony-wf-1000xm4-not-charging"),
        (None, "guide: the attribute is missing; there are: sony-wf-1000xm4-not-charging"),
    ] {
        let (host, shadow) = host();
        if let Some(guide) = guide {
            host.set_attribute("guide", guide).unwrap();
        }
        let errors = told(&host, "fault-finder-error");
        assert!(mounted(&host, &shadow, None).await.is_none());
        assert_eq!(errors.borrow().len(), 1);
        assert!(errors.borrow()[0].contains(error), "{errors:?}");
        assert!(shadow.get_element_by_id("of-failure").is_some());
        assert_eq!(heading(&shadow), "The guided help could not start");
        host.remove();
    }
}

#[wasm_bindgen_test]
async fn an_attribute_that_makes_no_sense_is_told_and_the_widget_goes_on() {
    let (host, shadow) = host();
    for (name, value) in [("guide", GUIDE), ("order", "fastest"), ("support-href", "javascript:x")] {
        host.set_attribute(name, value).unwrap();
    }
    let errors = told(&host, "fault-finder-error");
    let handle = mounted(&host, &shadow, None).await.unwrap();
    let told = errors.borrow().join("\n");
    for part in ["no order \\\"fastest\\\"; there are: best, article", "support-href"] {
        assert!(told.contains(part), "{told}");
    }
    handle.unmount();
    host.remove();
}

#[wasm_bindgen_test]
async fn a_session_survives_being_taken_out_of_the_page() {
    let (host, shadow) = host();
    host.set_attribute("guide", GUIDE).unwrap();
    host.set_attribute("order", "article").unwrap();
    let handle = mounted(&host, &shadow, None).await.unwrap();
    JsFuture::from(handle.answer("dangers", "none")).await.unwrap();
    JsFuture::from(handle.answer("seat", "not-fixed")).await.unwrap();
    assert_eq!(heading(&shadow), "Charge the case with both earbuds in", "the promise settles after the draw");
    let kept = handle.unmount();
    let handle = mounted(&host, &shadow, Some(kept)).await.unwrap();
    assert_eq!(heading(&shadow), "Charge the case with both earbuds in");
    let record = String::from(js_sys::JSON::stringify(&handle.record()).unwrap());
    assert!(record.contains(r#""step":"seat""#), "{record}");
    handle.unmount();
    host.remove();
}

#[wasm_bindgen_test]
async fn a_session_survives_being_taken_out_before_it_is_drawn() {
    let (host, shadow) = host();
    host.set_attribute("guide", GUIDE).unwrap();
    host.set_attribute("order", "article").unwrap();
    let handle = mounted(&host, &shadow, None).await.unwrap();
    JsFuture::from(handle.answer("dangers", "none")).await.unwrap();
    let kept = handle.unmount();
    let loaded = load(host.clone()).await;
    let nothing = Function::default;
    let mut undrawn =
        mount(host.clone(), loaded, Some(kept), &nothing(), nothing(), nothing(), nothing()).unwrap().unwrap();
    assert!(undrawn.record().is_null());
    // An attribute has changed meanwhile.
    undrawn.update();
    let handle = mounted(&host, &shadow, Some(undrawn.unmount())).await.unwrap();
    assert_eq!(heading(&shadow), "Seat both earbuds again");
    handle.unmount();
    host.remove();
}

#[wasm_bindgen_test]
async fn an_answer_that_does_not_apply_changes_nothing() {
    let (host, shadow) = host();
    host.set_attribute("guide", GUIDE).unwrap();
    let handle = mounted(&host, &shadow, None).await.unwrap();
    for (step, choice) in [("seat", "fixed"), ("dangers", "maybe"), ("", ""), ("service", "fixed")] {
        JsFuture::from(handle.answer(step, choice)).await.unwrap();
        assert_eq!(heading(&shadow), DANGER_QUESTION, "{step} {choice}");
    }
    handle.unmount();
    host.remove();
}

#[wasm_bindgen_test]
async fn nothing_of_the_widget_reaches_the_page_around_it() {
    let before = document().head().unwrap().inner_html();
    let (host, shadow) = host();
    host.set_attribute("guide", GUIDE).unwrap();
    let handle = mounted(&host, &shadow, None).await.unwrap();
    assert_eq!(document().head().unwrap().inner_html(), before);
    assert_eq!(host.child_element_count(), 0);
    handle.unmount();
    host.remove();
}
