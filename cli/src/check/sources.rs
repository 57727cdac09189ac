//! Sources that nothing rests on or that nobody can look up, and contacts that lead nowhere new.

use super::finding::Lint;
use super::words::repeated;
use fault_finder::guide::{Claim, Guide, Trust, Wait, is_allowed_link};

pub(super) fn lints(guide: &Guide) -> Vec<Lint> {
    let used = used(guide);
    let mut lints = Vec::new();
    for (id, source) in guide.sources.iter() {
        let place = format!("sources.{id}");
        if !used.contains(&id) {
            lints.push(Lint::warning("unused-source", &place, "nothing in this guide rests on this source"));
        }
        match &source.url {
            None if source.trust != Trust::Judgement => {
                lints.push(Lint::warning("no-link", &place, "this source has no link, so that nobody can look it up"));
            }
            Some(url) if !is_allowed_link(url) || !url.to_ascii_lowercase().starts_with("https:") => {
                lints.push(Lint::warning("no-page", format!("{place}.url"), "a source is a page, with an https link"));
            }
            Some(_) | None => (),
        }
    }
    let urls = guide.sources.iter().filter_map(|(id, it)| Some((format!("sources.{id}.url"), it.url.as_deref()?)));
    lints.extend(repeated(urls));
    lints.extend(repeated(guide.sources.iter().map(|(id, it)| (format!("sources.{id}.title"), it.title.as_str()))));
    let contacts = guide.service.contacts.iter().enumerate();
    lints.extend(repeated(contacts.map(|(idx, it)| (format!("service.contacts[{idx}].region"), it.region.as_str()))));
    lints
}

/// The ids of the sources that something rests on.
fn used(guide: &Guide) -> Vec<&str> {
    let mut used = vec![guide.numbers_source.as_str()];
    let Guide { battery, notes, dangers, danger_advice, faults, service, aftercare, .. } = guide;
    claims(&mut used, battery.iter().map(|it| &it.remark));
    claims(&mut used, notes.iter().flat_map(|it| &it.claims).chain(danger_advice).chain(aftercare));
    claims(&mut used, faults.iter().map(|it| &it.why).chain(&service.claims).chain(&service.more));
    used.extend(dangers.iter().map(|it| it.source.as_str()));
    used.extend(faults.iter().filter_map(|it| it.numbers_source.as_deref()));
    used.extend(service.numbers_source.as_deref());
    used.extend(guide.preparations.iter().filter_map(|(_, it)| it.numbers_source.as_deref()));
    for question in &guide.questions {
        used.push(&question.source);
        used.extend(question.numbers_source.as_deref());
        used.extend(question.reading.as_ref().map(|it| it.source.as_str()));
        waits(&mut used, question.wait.as_ref());
    }
    for repair in &guide.repairs {
        used.push(&repair.source);
        used.extend(repair.numbers_source.as_deref());
        used.extend(repair.instructions.iter().filter_map(|it| it.source.as_deref()));
        claims(&mut used, [&repair.why].into_iter().chain(&repair.notices).chain(&repair.more));
        waits(&mut used, repair.wait.as_ref());
    }
    used
}

fn claims<'a>(used: &mut Vec<&'a str>, claims: impl Iterator<Item = &'a Claim>) {
    used.extend(claims.map(|it| it.source.as_str()));
}

fn waits<'a>(used: &mut Vec<&'a str>, wait: Option<&'a Wait>) {
    used.extend(wait.iter().flat_map(|it| &it.checks).map(|it| it.source.as_str()));
}
