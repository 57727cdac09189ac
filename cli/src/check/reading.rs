//! How many years of school the sentences of a guide ask for.
//!
//! The measure is the grade of Flesch and Kincaid (Kincaid et al., "Derivation of new readability formulas", 1975). It
//! was made for English, so other languages are not measured.

use super::finding::Lint;
use fault_finder::guide::{Claim, Guide, Wait};

/// Plain language keeps to this grade or below.
const HIGHEST_GRADE: f64 = 8.0;

pub(super) fn lint(guide: &Guide) -> Option<Lint> {
    let is_english = guide.language.to_ascii_lowercase().split('-').next() == Some("en");
    let grade = grade(&texts(guide)).filter(|_| is_english)?;
    let message = format!("the sentences of this guide read at grade {grade:.1} of school (Flesch-Kincaid)");
    if grade > HIGHEST_GRADE {
        let message = format!("{message}; at {HIGHEST_GRADE} or below, most people follow with ease");
        return Some(Lint::warning("reading-level", "guide", message));
    }
    Some(Lint::remark("reading-level", "guide", message))
}

/// All sentences that a person reads.
fn texts(guide: &Guide) -> Vec<&str> {
    let Guide { notes, dangers, danger_advice, faults, questions, repairs, service, aftercare, .. } = guide;
    let mut texts = vec![guide.intro.as_str()];
    claims(
        &mut texts,
        notes.iter().flat_map(|it| &it.claims).chain(danger_advice).chain(faults.iter().map(|it| &it.why)),
    );
    claims(&mut texts, service.claims.iter().chain(&service.more).chain(aftercare));
    texts.extend(dangers.iter().flat_map(|it| [&it.text].into_iter().chain(&it.advice)).map(String::as_str));
    for question in questions {
        texts.extend([question.text.as_str(), question.help.as_str()]);
        waits(&mut texts, question.wait.as_ref());
    }
    for repair in repairs {
        texts.push(&repair.text);
        claims(&mut texts, [&repair.why].into_iter().chain(&repair.notices).chain(&repair.more));
        texts.extend(repair.instructions.iter().map(|it| it.text.as_str()));
        waits(&mut texts, repair.wait.as_ref());
    }
    texts.extend(guide.pictures.iter().map(|(_, it)| it.text.as_str()));
    texts
}

fn claims<'a>(texts: &mut Vec<&'a str>, claims: impl Iterator<Item = &'a Claim>) {
    texts.extend(claims.map(|it| it.text.as_str()));
}

fn waits<'a>(texts: &mut Vec<&'a str>, wait: Option<&'a Wait>) {
    if let Some(wait) = wait {
        texts.extend([wait.text.as_str(), wait.over.as_str()]);
        texts.extend(wait.checks.iter().map(|it| it.text.as_str()));
    }
}

/// The grade; nothing where there is no word.
fn grade(texts: &[&str]) -> Option<f64> {
    let (mut n_sentences, mut n_words, mut n_syllables) = (0.0, 0.0, 0.0);
    for text in texts {
        let words: Vec<&str> = text.split_whitespace().filter(|it| it.contains(char::is_alphabetic)).collect();
        n_sentences += words.split_inclusive(|it| ends_sentence(it)).map(|_| 1.0).sum::<f64>();
        n_words += words.iter().map(|_| 1.0).sum::<f64>();
        n_syllables += words.iter().map(|it| syllables(it)).sum::<f64>();
    }
    (n_words > 0.0).then(|| 0.39 * n_words / n_sentences + 11.8 * n_syllables / n_words - 15.59)
}

fn ends_sentence(word: &str) -> bool {
    word.trim_end_matches(['"', '”', '’', ')']).ends_with(['.', '!', '?'])
}

/// The syllables of a word, as far as its letters tell: groups of vowels, without a silent ending.
fn syllables(word: &str) -> f64 {
    let letters: String = word.chars().filter(|it| it.is_alphabetic()).collect::<String>().to_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|it| letters.ends_with(it));
    let is_silent = ends(&["e"]) && !ends(&["le"])
        || ends(&["ed"]) && !ends(&["ted", "ded"])
        || ends(&["es"]) && !ends(&["ses", "ces", "ges", "xes", "zes", "ches", "shes", "les"]);
    let groups = letters.split(|it: char| !"aeiouyàâäéèêëîïôöùûü".contains(it)).filter(|it| !it.is_empty());
    let count = groups.map(|_| 1.0).sum::<f64>() - if is_silent { 1.0 } else { 0.0 };
    count.max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted() {
        let check = |word: &str, expected: f64| assert!((syllables(word) - expected).abs() < 0.1, "{word}");
        check("case", 1.0);
        check("little", 2.0);
        check("battery", 3.0);
        check("charged", 1.0);
        check("heated,", 2.0);
        check("takes", 1.0);
        check("switches", 2.0);
        check("5V", 1.0);
    }

    #[test]
    fn short_words_read_easier_than_long_ones() {
        let easy = grade(&["Put the cup on the mat. Wait."]).unwrap();
        let hard = grade(&["Subsequently reinitialise the wireless communication configuration."]).unwrap();
        assert!(easy < 2.0 && hard > 20.0, "{easy} {hard}");
        assert_eq!(grade(&["1 2 3."]), None);
    }
}
