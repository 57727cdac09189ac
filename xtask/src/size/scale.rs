//! What a day of a large vendor costs, for the table of `docs/scale.md`.

use super::{Weight, weigh};
use crate::{embed, guide, markers, places};
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;

/// The markers in the page.
const MARKERS: &str = "scale";
/// In a day.
const SESSIONS: f64 = 1_000_000.0;
const SECONDS: f64 = 86_400.0;
/// How many times the mean of a day the busiest moment takes.
const PEAK: f64 = 10.0;
/// One of so many visitors has been here before, with this version.
const BEFORE: f64 = 0.2;

/// What a visitor takes who has nothing yet, in bytes and requests.
struct Visit {
    who: &'static str,
    bytes: f64,
    requests: f64,
}

/// Writes the table, from what the files of a release weigh.
pub fn write(weights: &[Weight]) -> Result<()> {
    let path = path();
    let page = fs::read_to_string(&path).context("docs/scale.md can not be read")?;
    fs::write(&path, markers::filled(&page, MARKERS, &table(&visits(weights)?)).context("in docs/scale.md")?)?;
    Ok(())
}

fn path() -> PathBuf {
    places::root().join("docs/scale.md")
}

fn visits(weights: &[Weight]) -> Result<[Visit; 2]> {
    let of = |name| weights.iter().find(|it| it.file == name).context("there is no script").map(|it| bytes(it.brotli));
    let scripts = of(embed::SCRIPT)? + of(embed::WASM_SCRIPT)?;
    Ok([
        Visit { who: "reads English", bytes: scripts, requests: 2.0 },
        Visit { who: "reads another language", bytes: scripts + language()?, requests: 4.0 },
    ])
}

/// The bytes of the two files of a language other than English, in the mean of all.
fn language() -> Result<f64> {
    let entries = fs::read_dir(places::root().join("locales"))?.collect::<std::io::Result<Vec<_>>>()?;
    let locales: Vec<PathBuf> = entries.into_iter().map(|it| it.path()).collect();
    let mut total = 0.0;
    for locale in &locales {
        let tag = locale.file_stem().context("a file without a name")?.to_string_lossy();
        let guide = guide::path().with_extension(format!("{tag}.json"));
        total += bytes(weigh(locale)?.brotli) + bytes(weigh(&guide)?.brotli);
    }
    Ok(total / bytes(locales.len()))
}

fn table(visits: &[Visit]) -> String {
    let head = "\
| who comes | kB a visit | requests a visit | GB a day, all new | GB a day, one of five was here before | \
requests a second, mean and peak | Mbit a second, mean and peak |\n\
| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n";
    let row = |it: &Visit| {
        let day = SESSIONS * it.bytes;
        let (requests, bits) = (SESSIONS * it.requests / SECONDS, 8.0 * day / SECONDS / 1e6);
        format!(
            "| {} | {:.1} | {:.0} | {:.0} | {:.0} | {requests:.0} and {:.0} | {bits:.0} and {:.0} |\n",
            it.who,
            it.bytes / 1e3,
            it.requests,
            day / 1e9,
            (1.0 - BEFORE) * day / 1e9,
            PEAK * requests,
            PEAK * bits,
        )
    };
    [head.to_owned()].into_iter().chain(visits.iter().map(row)).collect()
}

#[expect(clippy::cast_precision_loss, reason = "no file is that large")]
fn bytes(bytes: usize) -> f64 {
    bytes as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_reckoned_from_one_visit() {
        let table = table(&[Visit { who: "one", bytes: 100_000.0, requests: 2.0 }]);
        assert_eq!(table.lines().last(), Some("| one | 100.0 | 2 | 100 | 80 | 23 and 231 | 9 and 93 |"));
    }
}
